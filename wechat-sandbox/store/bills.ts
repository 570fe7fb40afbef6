import type { DatabaseSync } from "node:sqlite";
import { prepared } from "./prepared";

/** Keeps a bill file for download under a token until `expiresAtMs`. */
export function insertBill(
  db: DatabaseSync,
  bill: { token: string; mchId: string; content: Buffer; expiresAtMs: number },
): void {
  prepared(db, "insert into bills (token, mch_id, content, expires_at) values (?, ?, ?, ?)").run(
    bill.token,
    bill.mchId,
    bill.content,
    bill.expiresAtMs,
  );
}

/** The merchant's bill under a token that still counts; null otherwise. */
export function findBill(
  db: DatabaseSync,
  mchId: string,
  token: string,
  nowMs: number,
): Buffer | null {
  const row = prepared(
    db,
    "select content from bills where token = ? and mch_id = ? and expires_at > ?",
  ).get(token, mchId, nowMs);
  return row?.content instanceof Uint8Array ? Buffer.from(row.content) : null;
}
