import { ACCOUNT_RULES, type AccountKind, accountShard } from "./account-kinds";

/** Names one row of the ledger's accounts within a merchant. */
export type AccountRef = { kind: AccountKind; distributorId: string | null; shard: number };

/**
 * One of the merchant's own accounts; of a sharded kind the row that belongs to `shardKey`, which is
 * the order's id, so that everything about one order meets on one row.
 * Throws RangeError for a kind that belongs to distributors.
 */
export function merchantAccount(kind: AccountKind, shardKey: string, shards: number): AccountRef {
  const rule = ACCOUNT_RULES[kind];
  if (rule.owner !== null) throw new RangeError(`${kind} belongs to a ${rule.owner}`);
  return { kind, distributorId: null, shard: rule.sharded ? accountShard(shardKey, shards) : 0 };
}

/** A distributor's account. Throws RangeError for a kind of the merchant's. */
export function distributorAccount(kind: AccountKind, distributorId: string): AccountRef {
  if (ACCOUNT_RULES[kind].owner !== "distributor") {
    throw new RangeError(`${kind} belongs to the merchant`);
  }
  return { kind, distributorId, shard: 0 };
}
