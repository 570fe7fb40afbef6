import type { SandboxAccount } from "../account";
import { toBeijingRfc3339 } from "../beijing-time";
import type { SandboxRequest } from "../http/sandbox-request";
import { PayRefusal } from "../pay/pay-refusal";
import type { SandboxContext } from "../sandbox-context";
import { cancelTransferAnswerSchema } from "../schemas/transfer";
import { takeQuota } from "../store/quotas";
import { findTransfer, type SandboxTransfer } from "../store/transfers";
import { moveTransfer } from "./move-transfer";

/** How long a cancellation takes, divided by the time scale. */
const CANCEL_MS = 2000;
const CANCELLABLE: readonly SandboxTransfer["state"][] = [
  "ACCEPTED",
  "PROCESSING",
  "WAIT_USER_CONFIRM",
];

function cancel(context: SandboxContext, transfer: SandboxTransfer): SandboxTransfer {
  if (transfer.state === "CANCELING" || transfer.state === "CANCELLED") return transfer;
  if (!CANCELLABLE.includes(transfer.state)) {
    throw new PayRefusal("INVALID_REQUEST", "当前转账单状态不支持撤销");
  }
  return moveTransfer(context, transfer, {
    state: "CANCELING",
    // What never took money has none to give back.
    ends_as: transfer.state === "WAIT_USER_CONFIRM" ? "held" : "not_held",
    due_at: Math.round(context.now() + CANCEL_MS / context.timeScale),
  });
}

/**
 * POST …/transfer-bills/out-bill-no/{out_bill_no}/cancel, before the payee has confirmed: CANCELING
 * at first, CANCELLED later. Repeated it says the same again.
 */
export function cancelTransfer(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const quota = {
    appId: account.appId,
    name: "cancel_transfer",
    limit: context.transfersPerSecond,
  };
  if (!takeQuota(context.db, { ...quota, periodMs: 1000 }, context.now())) {
    throw new PayRefusal("FREQUENCY_LIMIT", "请求频率超限，请降低频率后重试");
  }
  const known = findTransfer(context.db, account.mchId, request.params.out_bill_no ?? "");
  if (!known) throw new PayRefusal("NOT_FOUND", "记录不存在");
  const { out_bill_no, transfer_bill_no, state, updated_at } = cancel(context, known);
  const value = cancelTransferAnswerSchema.parse({
    out_bill_no,
    transfer_bill_no,
    state,
    update_time: toBeijingRfc3339(updated_at),
  });
  return { status: 200, value };
}
