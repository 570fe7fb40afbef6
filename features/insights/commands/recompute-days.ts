import { recordAudit } from "@/features/audit/commands/record-audit";
import type { RecomputedDays } from "@/features/insights/schema";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** Marks the chosen days to be rolled up from their facts once more; the worker does it within minutes. */
export async function recomputeDays(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  { from, until }: RecomputedDays,
  now: Date,
): Promise<{ ok: true }> {
  await inMerchant(merchantId, async (tx) => {
    await tx.$executeRaw`
      insert into rollup_dirty (merchant_id, what, day, marked_at)
      select ${merchantId}::uuid, 'facts', day::date, ${now}
      from generate_series(${from}::date::timestamp, ${until}::date, interval '1 day') day
      on conflict do nothing`;
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "analytics_setting.recompute",
      objectKind: "merchant",
      objectId: merchantId,
      details: { from, until },
      now,
    });
  });
  return { ok: true };
}
