import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { prepared } from "./prepared";

/** Ten million yuan: enough that nobody meets the end of it by accident. */
const OPENING_FEN = 1_000_000_000;

const entryRowSchema = z.object({
  id: z.int(),
  mch_id: z.string(),
  at: z.int(),
  kind: z.enum(["transfer", "transfer_return", "top_up", "withdrawal"]),
  /** Fen, negative when it leaves the account. */
  amount: z.int(),
  /** Fen, after this movement. */
  balance: z.int(),
  transfer_bill_no: z.string(),
  out_bill_no: z.string(),
  remark: z.string(),
});
export type OperatingEntry = z.infer<typeof entryRowSchema>;

/** What lies on the merchant's operating account, in fen. */
export function operatingBalance(db: DatabaseSync, mchId: string): number {
  const row = prepared(
    db,
    "select balance from operating_book where mch_id = ? order by id desc limit 1",
  ).get(mchId);
  return typeof row?.balance === "number" ? row.balance : OPENING_FEN;
}

/** Writes one movement; the balance follows from the one before. */
export function bookOperating(
  db: DatabaseSync,
  entry: Omit<OperatingEntry, "id" | "balance">,
): void {
  prepared(
    db,
    `insert into operating_book (mch_id, at, kind, amount, balance, transfer_bill_no, out_bill_no,
       remark) values (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.mch_id,
    entry.at,
    entry.kind,
    entry.amount,
    operatingBalance(db, entry.mch_id) + entry.amount,
    entry.transfer_bill_no,
    entry.out_bill_no,
    entry.remark,
  );
}

/** The movements between two moments (milliseconds, end excluded), oldest first. */
export function listOperatingBetween(
  db: DatabaseSync,
  mchId: string,
  fromMs: number,
  untilMs: number,
): OperatingEntry[] {
  const rows = prepared(
    db,
    "select * from operating_book where mch_id = ? and at >= ? and at < ? order by at, id",
  ).all(mchId, fromMs, untilMs);
  return z.array(entryRowSchema).parse(rows);
}
