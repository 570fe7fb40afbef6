import { recordAudit } from "@/features/audit/commands/record-audit";
import type { FilingRow } from "@/features/closing/schema";
import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { eventId } from "@/lib/ids/new-id";

/**
 * The rows of a month's filing, with names and identity numbers in the clear: only shortly after the
 * password was given again, and never without an entry in the audit trail. One row per person, also
 * where one person has two distributors; paid withdrawals only, each under the identity it was asked for with.
 */
export async function exportFiling(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  month: string,
  now: Date,
): Promise<{ ok: true; rows: FilingRow[] } | { ok: false; reason: "step_up_needed" }> {
  const { merchantId, staffId, sessionId } = staff;
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const rows = await listRows(tx, merchantId, month);
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "tax.export",
      objectKind: "month",
      objectId: eventId(merchantId, `month:${month}`),
      details: { month, people: rows.length },
      now,
    });
    return { ok: true, rows };
  });
}

type SealedRow = Omit<FilingRow, "realName" | "idNumber"> & {
  distributorId: string;
  realNameSealed: string;
  idNumberSealed: string;
};

async function listRows(tx: MerchantTx, merchantId: string, month: string): Promise<FilingRow[]> {
  const rows = await tx.$queryRaw<SealedRow[]>`
    with person as (
      select id_number_hash, count(*)::int as payouts, sum(gross_fen)::bigint as gross_fen,
        sum(tax_fen)::bigint as tax_fen, array_agg(distinct distributor_id) as distributor_ids
      from payout
      where merchant_id = ${merchantId}::uuid and state = 'paid' and tax_month = ${month}
      group by id_number_hash)
    select p.payouts, p.gross_fen as "grossFen", p.tax_fen as "taxFen",
      coalesce(a.distributor_id, p.distributor_ids[1]) as "distributorId",
      coalesce(a.real_name_sealed, '') as "realNameSealed",
      coalesce(a.id_number_sealed, '') as "idNumberSealed"
    from person p
    left join lateral (
      select * from payout_identity a
      where a.merchant_id = ${merchantId}::uuid and a.id_number_hash = p.id_number_hash
      order by (a.distributor_id = any(p.distributor_ids)) desc, a.replaced_at desc nulls first,
        a.distributor_id limit 1) a on true
    order by p.gross_fen desc, p.id_number_hash`;
  return rows.map(({ distributorId, realNameSealed, idNumberSealed, ...sums }) => {
    const owner = { merchantId, distributorId };
    return {
      ...sums,
      realName: payoutSeal.unseal(realNameSealed, owner, "realName"),
      idNumber: payoutSeal.unseal(idNumberSealed, owner, "idNumber"),
    };
  });
}
