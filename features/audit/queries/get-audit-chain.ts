import { listUnsealedEntries } from "@/features/audit/queries/list-unsealed-entries";
import type { AuditChainView } from "@/features/audit/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Nobody needs a higher number: the worker seals every minute. */
const waitingMost = 1_000;

/** Where a merchant's chain of hashes ends, and how much waits to be sealed. */
export async function getAuditChain(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<AuditChainView> {
  const { end, entries } = await listUnsealedEntries(tx, { merchantId, limit: waitingMost });
  return { sealed: Number(end.seq), hash: end.hash, waiting: entries.length, waitingMost };
}
