import { planRemittanceTransfers } from "@/domain/ledger/plan-remittance-transfers";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { listTaxTotals } from "@/features/closing/queries/list-tax-totals";
import type { RemittanceInput } from "@/features/closing/schema";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

export type RemittanceResult =
  | { ok: true; remittanceId: string }
  | { ok: false; reason: "step_up_needed" | "known_reference" }
  | { ok: false; reason: "above_owed"; owedFen: bigint };

/**
 * Withheld tax was handed to the tax office: written down with the office's reference and booked, in
 * one transaction. Never more than is still owed for the month, also when two people write at once;
 * the same reference counts once.
 */
export async function recordRemittance(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  { taxMonth, amountFen, paidOn, reference }: RemittanceInput,
  now: Date,
): Promise<RemittanceResult> {
  const { merchantId, staffId, sessionId } = staff;
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    // What is owed is a sum over many rows: whoever decides from it waits for the others.
    await tx.$executeRaw`
      select pg_advisory_xact_lock(hashtextextended(${`tax:${merchantId}:${taxMonth}`}, 0))`;
    const known = await tx.taxRemittance.count({ where: { merchantId, taxMonth, reference } });
    if (known > 0) return { ok: false, reason: "known_reference" };
    const [month] = await listTaxTotals(tx, { merchantId, month: taxMonth });
    const owedFen = (month?.taxFen ?? 0n) - (month?.remittedFen ?? 0n);
    if (amountFen > owedFen) return { ok: false, reason: "above_owed", owedFen };
    const remittanceId = newId();
    await tx.taxRemittance.createMany({
      data: [
        {
          merchantId,
          id: remittanceId,
          taxMonth,
          amountFen,
          paidOn: new Date(paidOn),
          reference,
          createdAt: now,
          createdBy: staffId,
        },
      ],
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "tax.remit",
      objectKind: "tax_remittance",
      objectId: remittanceId,
      details: { taxMonth, amountFen: amountFen.toString(), paidOn, reference },
      now,
    });
    const drafts = planRemittanceTransfers({ remittanceId, amountFen });
    await postTransfers(tx, { merchantId, drafts, now });
    return { ok: true, remittanceId };
  });
}
