import type { Fen } from "../money/fen";

export const ACCOUNT_KINDS = [
  "wechat_clearing",
  "merchant_sales",
  "commission_pending",
  "commission_available",
  "payout_clearing",
  "tax_withheld",
  "payment_fees",
  "refund_payable",
  "commission_debt",
  "bank_clearing",
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export type AccountRule = {
  /** Whose money it is: a distributor's, or the merchant's own when null. */
  owner: "distributor" | null;
  /** `balance − held` never falls below it; null where any balance is possible. */
  floorFen: Fen | null;
  /** Spread over several rows, because every order touches it. Never together with a floor. */
  sharded: boolean;
};

/**
 * The closed list of ledger accounts; anything else is refused by the database too. With balance =
 * credits − debits, what the merchant owes or has given out stands above 0, what others hold for it below.
 */
export const ACCOUNT_RULES: Record<AccountKind, AccountRule> = {
  /** What WeChat Pay has taken in for the merchant and not yet given back. */
  wechat_clearing: { owner: null, floorFen: null, sharded: true },
  /** What the merchant has earned and not promised to anyone. */
  merchant_sales: { owner: null, floorFen: null, sharded: true },
  /** Reserved for a distributor since the order was paid, not yet matured. */
  commission_pending: { owner: "distributor", floorFen: 0n, sharded: false },
  /** Matured: a distributor can withdraw it. */
  commission_available: { owner: "distributor", floorFen: 0n, sharded: false },
  /** Paid out through WeChat. */
  payout_clearing: { owner: null, floorFen: null, sharded: false },
  /** Withheld from payouts for the tax office. */
  tax_withheld: { owner: null, floorFen: null, sharded: false },
  /** What WeChat Pay charges the merchant. */
  payment_fees: { owner: null, floorFen: null, sharded: true },
  /** Came in for an order that was closed, and must go back: never less than nothing. */
  refund_payable: { owner: null, floorFen: 0n, sharded: false },
  /** What a distributor owes: taken back after it was withdrawn. The database keeps it at 0 or below. */
  commission_debt: { owner: "distributor", floorFen: null, sharded: false },
  /** Left through the merchant's bank: payouts by bank, tax that was handed over, refunds by hand. */
  bank_clearing: { owner: null, floorFen: null, sharded: false },
};

/**
 * Rows per sharded account. More rows let more orders of one merchant be booked at once; the number
 * may grow at any time, because a balance is the sum over all rows there are.
 */
export const ACCOUNT_SHARDS = 16;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Which of `shards` rows of a sharded account an event with this key uses: 0 to shards − 1, spread
 * evenly (FNV-1a over the key's UTF-16 units), the same on every machine, so that
 * everything about one order finds the same row. Throws RangeError unless shards is an integer of at least 1.
 */
export function accountShard(key: string, shards: number): number {
  if (!Number.isSafeInteger(shards) || shards < 1) {
    throw new RangeError(`shards must be an integer of at least 1: ${shards}`);
  }
  let hash = FNV_OFFSET;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), FNV_PRIME);
  }
  return (hash >>> 0) % shards;
}
