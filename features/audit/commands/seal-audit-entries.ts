import { createHash } from "node:crypto";
import { listUnsealedEntries } from "@/features/audit/queries/list-unsealed-entries";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** One call seals at most this many; the worker repeats while it gets as many back. */
const maxPerRun = 2_000;

/**
 * Appends what was recorded since the last run to the merchant's hash chain:
 * hash = sha256(previous hash | entry). Kept apart from recording, so that orders do not queue for
 * the chain's end; two workers take turns.
 */
export async function sealAuditEntries(
  merchantId: AuthorizedMerchantId,
): Promise<{ sealed: number }> {
  return inMerchant(merchantId, async (tx) => {
    const key = `audit-chain:${merchantId}`;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const { end, entries } = await listUnsealedEntries(tx, { merchantId, limit: maxPerRun });
    let { seq, hash } = end;
    const seals = entries.map(({ id, text }) => {
      const previousHash = hash;
      seq += 1n;
      hash = createHash("sha256").update(`${previousHash}|${text}`).digest("hex");
      return { merchantId, seq, entryId: id, previousHash, hash };
    });
    if (seals.length > 0) await tx.auditSeal.createMany({ data: seals });
    return { sealed: seals.length };
  });
}
