import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import type { SandboxContext } from "../sandbox-context";
import {
  confirmTransferSchema,
  expireTransferSchema,
  operatingBalanceSchema,
} from "../schemas/control";
import { bookOperating, listOperatingBetween, operatingBalance } from "../store/operating-book";
import { findTransfer, type SandboxTransfer } from "../store/transfers";
import { confirmTransfer } from "../transfers/confirm-transfer";
import { moveTransfer } from "../transfers/move-transfer";
import { controlRefusal, withControlBody } from "./answer-control";

/** The transfer under a merchant's number; the first merchant's where several use the same. */
function findByNumber({ db, accounts }: SandboxContext, outBillNo: string): SandboxTransfer | null {
  for (const { mchId } of accounts) {
    const transfer = findTransfer(db, mchId, outBillNo);
    if (transfer) return transfer;
  }
  return null;
}

/** POST /sandbox/confirm-transfer: confirms as that user, 409 with a reason when WeChat would not. */
export function confirmTransferByControl(
  context: SandboxContext,
  request: SandboxRequest,
): SandboxReply {
  return withControlBody(confirmTransferSchema, request, ({ package_info, out_bill_no, user }) => {
    const named = out_bill_no === undefined ? null : findByNumber(context, out_bill_no);
    const outcome = confirmTransfer(context, package_info ?? named?.package_info ?? "", user);
    return jsonReply(outcome, outcome.ok ? 200 : 409);
  });
}

/** POST /sandbox/expire-transfer: nobody has confirmed and the 24 hours are over. */
export function expireTransferByControl(
  context: SandboxContext,
  request: SandboxRequest,
): SandboxReply {
  return withControlBody(expireTransferSchema, request, ({ out_bill_no }) => {
    const transfer = findByNumber(context, out_bill_no);
    if (!transfer) return controlRefusal(404, "unknown_transfer");
    if (!["ACCEPTED", "PROCESSING", "WAIT_USER_CONFIRM"].includes(transfer.state)) {
      return controlRefusal(409, transfer.state);
    }
    const nowMs = context.now();
    moveTransfer(context, transfer, { closes_at: nowMs, due_at: nowMs });
    return jsonReply({ ok: true });
  });
}

/** POST /sandbox/operating-balance: pays in or out what is missing to that balance. */
export function setOperatingBalance(
  context: SandboxContext,
  request: SandboxRequest,
): SandboxReply {
  return withControlBody(operatingBalanceSchema, request, ({ mch_id, balance }) => {
    const amount = balance - operatingBalance(context.db, mch_id);
    if (amount !== 0) {
      bookOperating(context.db, {
        mch_id,
        at: context.now(),
        kind: amount > 0 ? "top_up" : "withdrawal",
        amount,
        transfer_bill_no: "",
        out_bill_no: "",
        remark: amount > 0 ? "充值" : "提现",
      });
    }
    return jsonReply({ ok: true, balance });
  });
}

/** GET /sandbox/operating-book?mch_id=: what lies there and every movement, oldest first. */
export function showOperatingBook(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const mchId = request.url.searchParams.get("mch_id") ?? "";
  return jsonReply({
    balance: operatingBalance(context.db, mchId),
    entries: listOperatingBetween(context.db, mchId, 0, Number.MAX_SAFE_INTEGER),
  });
}
