import { recordAudit } from "@/features/audit/commands/record-audit";
import { computeMonth } from "@/features/closing/queries/compute-month";
import { findCloseRefusal } from "@/features/closing/queries/find-close-refusal";
import { writeFigures } from "@/features/closing/queries/write-figures";
import type { CloseRefusal } from "@/features/closing/schema";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { eventId } from "@/lib/ids/new-id";

const timeoutMs = 120_000;

/**
 * Closes a month: its statement is kept for ever as the ledger has it, with a hash. By the time of
 * booking nothing can be added to it; what belongs to it in another sense is booked in the month in
 * which it is found. Of two who close it at once one does.
 */
export async function closeMonth(
  staff: Pick<StaffScope, "merchantId" | "staffId">,
  month: string,
  now: Date,
): Promise<{ ok: true; sha256: string } | ({ ok: false } & CloseRefusal)> {
  const { merchantId, staffId } = staff;
  return inMerchant(
    merchantId,
    async (tx) => {
      const refusal = await findCloseRefusal(tx, { merchantId, month, now });
      if (refusal) return { ok: false, ...refusal };
      const figures = await computeMonth(tx, { merchantId, month });
      // The hash is over the text that the database itself gives for the figures: whoever may read
      // the row can compute it again, and an invariant does.
      const [kept] = await tx.$queryRaw<{ sha256: string }[]>`
        insert into month_close (merchant_id, month, figures, sha256, closed_at, closed_by)
        select ${merchantId}::uuid, ${month}, f.figures,
          encode(sha256(convert_to(f.figures::text, 'UTF8')), 'hex'), ${now}, ${staffId}::uuid
        from (select ${writeFigures(figures)}::jsonb as figures) f
        on conflict do nothing returning sha256`;
      if (!kept) return { ok: false, reason: "already_closed" };
      const { sha256 } = kept;
      await recordAudit(tx, {
        merchantId,
        actor: { kind: "staff", id: staffId },
        action: "month.close",
        objectKind: "month",
        objectId: eventId(merchantId, `month:${month}`),
        details: { month, sha256 },
        now,
      });
      return { ok: true, sha256 };
    },
    { timeoutMs },
  );
}
