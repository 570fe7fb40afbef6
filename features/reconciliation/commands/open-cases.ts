import type { BillOfDay, Difference } from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * One case per difference and day, however often it is found. What a person has closed stays closed as
 * long as the amounts are those that were explained; what the system closed because it had explained
 * itself is open again when the difference is back.
 */
export async function openCases(
  tx: MerchantTx,
  found: BillOfDay & { differences: readonly Difference[]; now: Date },
): Promise<void> {
  const { merchantId, kind, day, differences, now } = found;
  if (differences.length === 0) return;
  const rows = differences.map((difference) => ({
    ...difference,
    id: newId(),
    oursFen: difference.oursFen?.toString() ?? null,
    theirsFen: difference.theirsFen?.toString() ?? null,
  }));
  await tx.$executeRaw`
    insert into reconciliation_case (merchant_id, id, bill_kind, day, kind, line_kind, reference,
      ours_fen, theirs_fen, detail, opened_at)
    select ${merchantId}::uuid, d.id, ${kind}::bill_kind, ${day}::date, d.kind, d."lineKind", d.reference,
      d."oursFen", d."theirsFen", jsonb_build_object('ourState', d."ourState"), ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as d(id uuid, kind text, "lineKind" text,
      reference text, "oursFen" bigint, "theirsFen" bigint, "ourState" text)
    on conflict (merchant_id, bill_kind, day, kind, line_kind, reference) do update
      set ours_fen = excluded.ours_fen, theirs_fen = excluded.theirs_fen, detail = excluded.detail,
        state = 'open', closed_at = null, closed_by = null, resolution = ''
      where reconciliation_case.closed_by is null
        or reconciliation_case.ours_fen is distinct from excluded.ours_fen
        or reconciliation_case.theirs_fen is distinct from excluded.theirs_fen`;
}
