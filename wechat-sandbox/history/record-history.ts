import { accountByMchId, type SandboxContext } from "../sandbox-context";
import { type History, type HistoryInput, historySchema } from "../schemas/history";
import { inTransaction } from "../store/in-transaction";
import { bookOperating } from "../store/operating-book";
import { findOrder, insertOrder, markOrderPaid, markOrderRefunded } from "../store/orders";
import { findRefund, insertRefund } from "../store/refunds";
import { findTransfer, insertTransfer } from "../store/transfers";

type Recorder = Pick<SandboxContext, "db" | "accounts">;

function appIdOf(recorder: Recorder, mchId: string): string {
  const account = accountByMchId(recorder, mchId);
  if (!account) throw new Error(`no account has the merchant number ${mchId}`);
  return account.appId;
}

function recordPayment(recorder: Recorder, payment: History["payments"][number]): boolean {
  const { db } = recorder;
  const { mch_id, out_trade_no, transaction_id, paid_at, ...rest } = payment;
  const known = findOrder(db, mch_id, out_trade_no);
  if (known) return markOrderPaid(db, known, transaction_id, paid_at);
  insertOrder(db, {
    ...rest,
    mch_id,
    out_trade_no,
    app_id: appIdOf(recorder, mch_id),
    request: "",
    // Nobody was ever given it, but two orders cannot share one.
    prepay_id: `history${transaction_id}`,
    prepay_expires_at: paid_at,
    expires_at: paid_at,
    notify_url: "",
    state: "SUCCESS",
    created_at: paid_at,
    transaction_id,
    paid_at,
  });
  return true;
}

function recordRefund({ db }: Recorder, refund: History["refunds"][number]): boolean {
  const order = findOrder(db, refund.mch_id, refund.out_trade_no);
  if (!order?.transaction_id) throw new Error(`no payment under ${refund.out_trade_no}`);
  if (findRefund(db, refund.mch_id, refund.out_refund_no)) return false;
  const { transaction_id, total } = order;
  insertRefund(db, {
    ...refund,
    transaction_id,
    total,
    request: "",
    notify_url: null,
    final_status: refund.status,
    settles_at: refund.settled_at,
  });
  markOrderRefunded(db, refund.mch_id, refund.out_trade_no);
  return true;
}

function recordTransfer(recorder: Recorder, transfer: History["transfers"][number]): boolean {
  const { db } = recorder;
  const { mch_id, out_bill_no, transfer_bill_no, amount, remark, state } = transfer;
  if (findTransfer(db, mch_id, out_bill_no)) return false;
  const { created_at, updated_at } = transfer;
  insertTransfer(db, {
    ...transfer,
    app_id: appIdOf(recorder, mch_id),
    request: "{}",
    notify_url: null,
    user_name: null,
    package_info: `history${transfer_bill_no}`,
    closes_at: updated_at,
    due_at: null,
    ends_as: null,
  });
  const common = { mch_id, transfer_bill_no, out_bill_no, remark };
  bookOperating(db, { ...common, kind: "transfer", at: created_at, amount: -amount });
  if (state !== "SUCCESS") {
    bookOperating(db, { ...common, kind: "transfer_return", at: updated_at, amount });
  }
  return true;
}

/**
 * Writes what happened elsewhere into WeChat's books, as if WeChat had done it: it can then be
 * queried and refunded, and stands in the bills. Nothing is notified. What is known already stays as
 * it is; an order that waits for its payment is paid. All of it or nothing.
 * @returns how many of each are new
 * @throws Error for an unknown merchant and for a refund of no known payment
 */
export function recordHistory(
  recorder: Recorder,
  input: HistoryInput,
): { payments: number; refunds: number; transfers: number } {
  const history = historySchema.parse(input);
  return inTransaction(recorder.db, () => ({
    payments: history.payments.filter((payment) => recordPayment(recorder, payment)).length,
    refunds: history.refunds.filter((refund) => recordRefund(recorder, refund)).length,
    transfers: history.transfers.filter((transfer) => recordTransfer(recorder, transfer)).length,
  }));
}
