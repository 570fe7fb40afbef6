import { buildTransferResource } from "../build-resource";
import { enqueueNotification } from "../notifications/enqueue-notification";
import type { SandboxContext } from "../sandbox-context";
import { bookOperating, operatingBalance } from "../store/operating-book";
import { type SandboxTransfer, updateTransfer } from "../store/transfers";

/** The money of a transfer lies aside from WAIT_USER_CONFIRM on. */
const HOLDING: readonly SandboxTransfer["state"][] = [
  "WAIT_USER_CONFIRM",
  "TRANSFERING",
  "CANCELING",
];

function bookMovement(
  context: SandboxContext,
  transfer: SandboxTransfer,
  kind: "transfer" | "transfer_return",
): void {
  bookOperating(context.db, {
    mch_id: transfer.mch_id,
    at: context.now(),
    kind,
    amount: kind === "transfer" ? -transfer.amount : transfer.amount,
    transfer_bill_no: transfer.transfer_bill_no,
    out_bill_no: transfer.out_bill_no,
    remark: transfer.remark,
  });
}

/** Takes the transfer's money from the operating account; false when there is not enough. */
export function takeMoney(context: SandboxContext, transfer: SandboxTransfer): boolean {
  if (operatingBalance(context.db, transfer.mch_id) < transfer.amount) return false;
  bookMovement(context, transfer, "transfer");
  return true;
}

/** Writes a new state that is not the last one. Returns the transfer as it then is. */
export function moveTransfer(
  context: SandboxContext,
  transfer: SandboxTransfer,
  change: Partial<SandboxTransfer>,
): SandboxTransfer {
  const moved = { ...transfer, ...change, updated_at: context.now() };
  updateTransfer(context.db, moved);
  context.wake();
  return moved;
}

/**
 * Ends a transfer: money that does not arrive goes back to the operating account, and the merchant
 * is notified where it asked for that.
 * @param wasHeld whether the money lay aside; false for one that never got that far
 */
export function endTransfer(
  context: SandboxContext,
  transfer: SandboxTransfer,
  state: "SUCCESS" | "FAIL" | "CANCELLED",
  failReason: string | null,
  wasHeld = HOLDING.includes(transfer.state),
): SandboxTransfer {
  if (state !== "SUCCESS" && wasHeld) bookMovement(context, transfer, "transfer_return");
  const ended = moveTransfer(context, transfer, {
    state,
    fail_reason: failReason,
    due_at: null,
    ends_as: null,
  });
  if (ended.notify_url !== null) {
    enqueueNotification(context, {
      appId: ended.app_id,
      url: ended.notify_url,
      resource: buildTransferResource({
        mchId: ended.mch_id,
        outBillNo: ended.out_bill_no,
        transferBillNo: ended.transfer_bill_no,
        openid: ended.openid,
        state,
        amountFen: ended.amount,
        failReason,
        createdAtMs: ended.created_at,
        updatedAtMs: ended.updated_at,
      }),
    });
  }
  return ended;
}
