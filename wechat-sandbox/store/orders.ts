import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { prepared } from "./prepared";

const orderRowSchema = z.object({
  mch_id: z.string(),
  out_trade_no: z.string(),
  app_id: z.string(),
  openid: z.string(),
  /** The first request's parameters in canonical JSON; a repetition must equal them. */
  request: z.string(),
  prepay_id: z.string(),
  prepay_expires_at: z.int(),
  expires_at: z.int(),
  description: z.string(),
  notify_url: z.string(),
  attach: z.string(),
  total: z.int(),
  state: z.enum(["NOTPAY", "SUCCESS", "CLOSED", "REFUND"]),
  created_at: z.int(),
  transaction_id: z.string().nullable(),
  paid_at: z.int().nullable(),
});
export type SandboxOrder = z.infer<typeof orderRowSchema>;

function read(row: unknown): SandboxOrder | null {
  return row ? orderRowSchema.parse(row) : null;
}

export function findOrder(
  db: DatabaseSync,
  mchId: string,
  outTradeNo: string,
): SandboxOrder | null {
  return read(
    prepared(db, "select * from orders where mch_id = ? and out_trade_no = ?").get(
      mchId,
      outTradeNo,
    ),
  );
}

export function findOrderByTransaction(
  db: DatabaseSync,
  mchId: string,
  transactionId: string,
): SandboxOrder | null {
  return read(
    prepared(db, "select * from orders where mch_id = ? and transaction_id = ?").get(
      mchId,
      transactionId,
    ),
  );
}

export function findOrderByPrepay(db: DatabaseSync, prepayId: string): SandboxOrder | null {
  return read(prepared(db, "select * from orders where prepay_id = ?").get(prepayId));
}

/** Orders paid between two moments (milliseconds, end excluded), in order of payment. */
export function listOrdersPaidBetween(
  db: DatabaseSync,
  mchId: string,
  fromMs: number,
  untilMs: number,
): SandboxOrder[] {
  const rows = prepared(
    db,
    "select * from orders where mch_id = ? and paid_at >= ? and paid_at < ? order by paid_at",
  ).all(mchId, fromMs, untilMs);
  return z.array(orderRowSchema).parse(rows);
}

/** The newest orders of all merchants. */
export function listOrders(db: DatabaseSync, limit: number): SandboxOrder[] {
  const rows = prepared(db, "select * from orders order by created_at desc limit ?").all(limit);
  return z.array(orderRowSchema).parse(rows);
}

export function insertOrder(db: DatabaseSync, order: SandboxOrder): void {
  prepared(
    db,
    `insert into orders (mch_id, out_trade_no, app_id, openid, request, prepay_id,
       prepay_expires_at, expires_at, description, notify_url, attach, total, state, created_at,
       transaction_id, paid_at)
     values (:mch_id, :out_trade_no, :app_id, :openid, :request, :prepay_id, :prepay_expires_at,
       :expires_at, :description, :notify_url, :attach, :total, :state, :created_at,
       :transaction_id, :paid_at)`,
  ).run(order);
}

/** A new prepay_id for an order that is still unpaid, after the old one ran out. */
export function renewPrepay(
  db: DatabaseSync,
  order: SandboxOrder,
  prepayId: string,
  expiresAtMs: number,
): void {
  prepared(
    db,
    `update orders set prepay_id = ?, prepay_expires_at = ?
     where mch_id = ? and out_trade_no = ? and state = 'NOTPAY'`,
  ).run(prepayId, expiresAtMs, order.mch_id, order.out_trade_no);
}

/** Marks an unpaid order paid; false when it was paid or closed in the meantime. */
export function markOrderPaid(
  db: DatabaseSync,
  order: SandboxOrder,
  transactionId: string,
  paidAtMs: number,
): boolean {
  const { changes } = prepared(
    db,
    `update orders set state = 'SUCCESS', transaction_id = ?, paid_at = ?
       where mch_id = ? and out_trade_no = ? and state = 'NOTPAY'`,
  ).run(transactionId, paidAtMs, order.mch_id, order.out_trade_no);
  return changes === 1;
}

/** Closes an unpaid order; does nothing to one in another state. */
export function closeOrderRow(db: DatabaseSync, mchId: string, outTradeNo: string): void {
  prepared(
    db,
    `update orders set state = 'CLOSED'
     where mch_id = ? and out_trade_no = ? and state = 'NOTPAY'`,
  ).run(mchId, outTradeNo);
}

/** A paid order becomes REFUND with its first accepted refund. */
export function markOrderRefunded(db: DatabaseSync, mchId: string, outTradeNo: string): void {
  prepared(
    db,
    `update orders set state = 'REFUND'
     where mch_id = ? and out_trade_no = ? and state = 'SUCCESS'`,
  ).run(mchId, outTradeNo);
}
