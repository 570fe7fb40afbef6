import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { prepared } from "./prepared";

const refundRowSchema = z.object({
  mch_id: z.string(),
  out_refund_no: z.string(),
  refund_id: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string(),
  request: z.string(),
  notify_url: z.string().nullable(),
  total: z.int(),
  refund: z.int(),
  status: z.enum(["PROCESSING", "SUCCESS", "ABNORMAL", "CLOSED"]),
  /** What the refund will end as once `settles_at` has come. */
  final_status: z.enum(["SUCCESS", "ABNORMAL", "CLOSED"]),
  created_at: z.int(),
  settles_at: z.int(),
  settled_at: z.int().nullable(),
});
export type SandboxRefund = z.infer<typeof refundRowSchema>;

export function findRefund(
  db: DatabaseSync,
  mchId: string,
  outRefundNo: string,
): SandboxRefund | null {
  const row = prepared(db, "select * from refunds where mch_id = ? and out_refund_no = ?").get(
    mchId,
    outRefundNo,
  );
  return row ? refundRowSchema.parse(row) : null;
}

/** How many refunds count against an order, and their sum in fen; closed ones gave money back. */
export function summarizeRefunds(
  db: DatabaseSync,
  mchId: string,
  outTradeNo: string,
): { count: number; refundedFen: number } {
  const row = prepared(
    db,
    `select count(*) as count, coalesce(sum(refund), 0) as refunded from refunds
       where mch_id = ? and out_trade_no = ? and status <> 'CLOSED'`,
  ).get(mchId, outTradeNo);
  return { count: Number(row?.count ?? 0), refundedFen: Number(row?.refunded ?? 0) };
}

export function insertRefund(db: DatabaseSync, refund: SandboxRefund): void {
  prepared(
    db,
    `insert into refunds (mch_id, out_refund_no, refund_id, out_trade_no, transaction_id, request,
       notify_url, total, refund, status, final_status, created_at, settles_at, settled_at)
     values (:mch_id, :out_refund_no, :refund_id, :out_trade_no, :transaction_id, :request,
       :notify_url, :total, :refund, :status, :final_status, :created_at, :settles_at,
       :settled_at)`,
  ).run(refund);
}

/** Refunds still PROCESSING whose time has come. */
export function listRefundsToSettle(db: DatabaseSync, nowMs: number): SandboxRefund[] {
  const rows = prepared(
    db,
    "select * from refunds where status = 'PROCESSING' and settles_at <= ? limit 100",
  ).all(nowMs);
  return z.array(refundRowSchema).parse(rows);
}

export function settleRefundRow(db: DatabaseSync, refund: SandboxRefund, nowMs: number): void {
  prepared(
    db,
    `update refunds set status = final_status, settled_at = ?
     where mch_id = ? and out_refund_no = ? and status = 'PROCESSING'`,
  ).run(nowMs, refund.mch_id, refund.out_refund_no);
}

/** What earlier refunds of the same order had given back, in fen. */
export function refundedBefore(db: DatabaseSync, refund: SandboxRefund): number {
  const row = prepared(
    db,
    `select coalesce(sum(refund), 0) as refunded from refunds
       where mch_id = :mch_id and out_trade_no = :out_trade_no and status <> 'CLOSED'
         and (created_at < :created_at
           or (created_at = :created_at and out_refund_no < :out_refund_no))`,
  ).get({
    mch_id: refund.mch_id,
    out_trade_no: refund.out_trade_no,
    created_at: refund.created_at,
    out_refund_no: refund.out_refund_no,
  });
  return Number(row?.refunded ?? 0);
}

/** Refunds created between two moments, end excluded, without those that were closed. */
export function listRefundsBetween(
  db: DatabaseSync,
  mchId: string,
  fromMs: number,
  untilMs: number,
): SandboxRefund[] {
  const rows = prepared(
    db,
    `select * from refunds where mch_id = ? and created_at >= ? and created_at < ?
         and status <> 'CLOSED'
       order by created_at, out_refund_no`,
  ).all(mchId, fromMs, untilMs);
  return z.array(refundRowSchema).parse(rows);
}

/** When the next refund settles, in milliseconds; null when none is open. */
export function nextRefundSettlesAt(db: DatabaseSync): number | null {
  const row = prepared(
    db,
    "select min(settles_at) as at from refunds where status = 'PROCESSING'",
  ).get();
  return typeof row?.at === "number" ? row.at : null;
}
