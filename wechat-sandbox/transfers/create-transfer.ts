import type { SandboxAccount } from "../account";
import type { SandboxRequest } from "../http/sandbox-request";
import { newPackageInfo, newTransferBillNo } from "../ids";
import { canonicalJson } from "../pay/canonical-json";
import { parseBody } from "../pay/parse-body";
import { PayRefusal } from "../pay/pay-refusal";
import type { SandboxContext } from "../sandbox-context";
import { type TransferRequest, transferRequestSchema } from "../schemas/transfer";
import { inTransaction } from "../store/in-transaction";
import { takeQuota } from "../store/quotas";
import { findTransfer, insertTransfer, type SandboxTransfer } from "../store/transfers";
import { answerTransfer } from "./answer-transfer";
import { beginTransfer, retryTransfer } from "./begin-transfer";
import { checkTransfer } from "./check-transfer";

/** Who has not confirmed by then gets nothing; WeChat may close it later than that. */
const CONFIRM_LIFE_MS = 24 * 3_600_000;

function closesAt(context: SandboxContext): number {
  const late = context.faults.take(["transfer_closing"]).find((fault) => fault.kind === "late");
  return context.now() + CONFIRM_LIFE_MS + (late?.delayMs ?? 0);
}

function newTransfer(
  context: SandboxContext,
  account: SandboxAccount,
  body: TransferRequest,
  parameters: string,
): SandboxTransfer {
  const nowMs = context.now();
  const closes_at = closesAt(context);
  return {
    mch_id: account.mchId,
    out_bill_no: body.out_bill_no,
    transfer_bill_no: newTransferBillNo(context.random, nowMs),
    app_id: account.appId,
    openid: body.openid,
    request: parameters,
    notify_url: body.notify_url ?? null,
    amount: body.transfer_amount,
    remark: body.transfer_remark,
    user_name: body.user_name ?? null,
    state: "ACCEPTED",
    fail_reason: null,
    package_info: newPackageInfo(context.random),
    created_at: nowMs,
    updated_at: nowMs,
    closes_at,
    due_at: closes_at,
    ends_as: null,
  };
}

/** Whether it only moves on when the merchant asks again: it found too little money. */
function waitsForMoney({ state, due_at, closes_at }: SandboxTransfer): boolean {
  return state === "ACCEPTED" || (state === "PROCESSING" && due_at === closes_at);
}

/** The transfer that exists, tried again where WeChat asks for that. */
function repeatTransfer(
  context: SandboxContext,
  known: SandboxTransfer,
  parameters: string,
): SandboxTransfer {
  if (known.request !== parameters) {
    throw new PayRefusal("PARAMETERS_CHANGED", "商户单号已存在，请求重入时参数与首次请求时不一致");
  }
  return waitsForMoney(known) ? retryTransfer(context, known) : known;
}

/** The transfer under this number, made or tried again; its money and its state move together. */
function ensureTransfer(
  context: SandboxContext,
  account: SandboxAccount,
  body: TransferRequest,
  payee: { userId: string; name: string | null },
): SandboxTransfer {
  // Encrypting the same name twice gives two texts; what was meant is compared.
  const parameters = canonicalJson({ ...body, user_name: payee.name });
  const known = findTransfer(context.db, account.mchId, body.out_bill_no);
  if (known) return repeatTransfer(context, known, parameters);
  const transfer = newTransfer(context, account, body, parameters);
  insertTransfer(context.db, transfer);
  return beginTransfer(context, transfer, payee);
}

/**
 * POST /v3/fund-app/mch-transfer/transfer-bills: a transfer that its payee has to confirm. The same
 * out_bill_no with the same parameters answers the one that exists. Rule: wechat.md 4.9.
 */
export function createTransfer(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const body = parseBody(transferRequestSchema, request);
  const quota = { appId: account.appId, name: "transfer", limit: context.transfersPerSecond };
  if (!takeQuota(context.db, { ...quota, periodMs: 1000 }, context.now())) {
    throw new PayRefusal("FREQUENCY_LIMIT", "请求频率超限，该请求未受理，请降低频率后原单重试");
  }
  const payee = checkTransfer(context, account, request, body);
  const transfer = inTransaction(context.db, () => ensureTransfer(context, account, body, payee));
  return { status: 200, value: answerTransfer(transfer) };
}
