import type { SandboxAccount } from "../account";
import type { SandboxRequest } from "../http/sandbox-request";
import { PayRefusal } from "../pay/pay-refusal";
import type { SandboxContext } from "../sandbox-context";
import { takeQuota } from "../store/quotas";
import { findTransfer, findTransferByBillNo, type SandboxTransfer } from "../store/transfers";
import { answerTransferQuery } from "./answer-transfer";

const QUERY_LIFE_MS = 30 * 86_400_000;

function answerQuery(
  context: SandboxContext,
  account: SandboxAccount,
  find: () => SandboxTransfer | null,
) {
  const nowMs = context.now();
  const quota = { appId: account.appId, name: "query_transfer", limit: context.transfersPerSecond };
  if (!takeQuota(context.db, { ...quota, periodMs: 1000 }, nowMs)) {
    throw new PayRefusal("FREQUENCY_LIMITED", "请求频率超限，请降低频率后重试");
  }
  const transfer = find();
  // After thirty days only the bill of the operating account tells.
  if (!transfer || nowMs - transfer.created_at > QUERY_LIFE_MS) {
    throw new PayRefusal("NOT_FOUND", "记录不存在");
  }
  return { status: 200, value: answerTransferQuery(transfer) };
}

/** GET /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no} */
export function queryTransferByOutBillNo(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const number = request.params.out_bill_no ?? "";
  return answerQuery(context, account, () => findTransfer(context.db, account.mchId, number));
}

/** GET /v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no} */
export function queryTransferByBillNo(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const number = request.params.transfer_bill_no ?? "";
  return answerQuery(context, account, () =>
    findTransferByBillNo(context.db, account.mchId, number),
  );
}
