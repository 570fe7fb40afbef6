import type { Fen } from "@/domain/money/fen";
import type { BillFault } from "@/lib/wechat/pay/bill-fault";

export const billLineKinds = ["payment", "refund", "transfer", "transfer_return", "other"] as const;

/** One line of WeChat's bills, whichever bill it stands in. */
export type BillLine = {
  /** Where it stands in the file, the head being line 1. */
  lineNo: number;
  lineKind: (typeof billLineKinds)[number];
  /** Our own number: out_trade_no, out_refund_no or out_bill_no. */
  reference: string;
  /** WeChat's number of it. */
  wechatNo: string;
  /** Above 0, except for `other`, where what left is below. */
  amountFen: Fen;
  /** What WeChat charged; below 0 where it gave a fee back. */
  feeFen: Fen;
  at: Date;
  /** False for a refund that WeChat lists on the day it was asked for and has not carried out when the bill was made. */
  isDone: boolean;
};

/** A bill that was read whole, its own totals (fen as text) having been found right; or what is wrong where. */
export type ReadBill =
  | { ok: true; lines: BillLine[]; totals: Record<string, string> }
  | { ok: false; reason: BillFault; lineNo: number };
