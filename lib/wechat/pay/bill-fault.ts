/**
 * Why a bill could not be had or is not believed. The first group is worth asking again by itself;
 * the second one says that the file is not what WeChat promises, and a person has to look.
 */
export type BillFault =
  /** Made by 10:00 of the next day, sometimes later. */
  | "not_ready"
  /** No clear answer: the network, a 5xx, a wrong signature. */
  | "unclear"
  /** WeChat does not give this account its bill. */
  | "refused"
  /** Older than three months, or a day that is not over. */
  | "out_of_range"
  | "foreign_address"
  | "too_large"
  | "bad_archive"
  | "wrong_hash"
  | "not_text"
  | "unknown_columns"
  | "bad_row"
  | "bad_amount"
  | "another_day"
  | "another_account"
  | "another_currency"
  | "missing_tail"
  | "wrong_totals"
  | "trailing_garbage";
