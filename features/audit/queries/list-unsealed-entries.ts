import type { MerchantTx } from "@/lib/db/in-merchant";

/** The end of a merchant's chain; seq 0 and a hash of zeros before its beginning. */
export type ChainEnd = { seq: bigint; hash: string };

/** Every id is at least this, in the order of UUIDs. */
const lowestId = "00000000-0000-0000-0000-000000000000";
/**
 * Ids sort by the time they were made, but transactions commit in another order: an entry may turn
 * up behind the sealed ones by as long as a transaction can last. This is many times that.
 */
const latenessMs = 3_600_000;

/**
 * The entries that are not in the chain yet, oldest first, each as the text that its hash covers.
 * The invariants build the same text from the same columns: change both or neither.
 */
export async function listUnsealedEntries(
  tx: MerchantTx,
  { merchantId, limit }: { merchantId: string; limit: number },
): Promise<{ end: ChainEnd; entries: { id: string; text: string }[] }> {
  const last = await tx.auditSeal.findFirst({
    where: { merchantId },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true, entryId: true },
  });
  const entries = await tx.$queryRaw<{ id: string; text: string }[]>`
    select e.id, concat_ws('|', e.id, (extract(epoch from e.at) * 1000)::bigint, e.actor_kind, e.actor_id,
      e.action, e.object_kind, e.object_id, e.details::text) as text
    from audit_entry e
    left join audit_seal s on s.merchant_id = e.merchant_id and s.entry_id = e.id
    where e.merchant_id = ${merchantId}::uuid and e.id >= ${sealedBefore(last?.entryId)}::uuid
      and s.seq is null
    order by e.id limit ${limit}`;
  return { end: { seq: last?.seq ?? 0n, hash: last?.hash ?? "0".repeat(64) }, entries };
}

/** The lowest UUIDv7 of an hour before the given one; the first 48 bits are its milliseconds. */
function sealedBefore(entryId: string | undefined): string {
  if (entryId === undefined) return lowestId;
  const ms = Number.parseInt(entryId.replace("-", "").slice(0, 12), 16);
  const hex = Math.max(0, ms - latenessMs)
    .toString(16)
    .padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
