import { nextStep } from "@/domain/payouts/next-step";
import { applyTransferResult } from "@/features/payouts/commands/apply-transfer-result";
import { beginCancelling } from "@/features/payouts/commands/begin-cancelling";
import type { ClaimedPayout } from "@/features/payouts/commands/claim-payouts";
import { endUnsent } from "@/features/payouts/commands/end-unsent";
import { postponePayout } from "@/features/payouts/commands/postpone-payout";
import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import { toTransferResult } from "@/features/payouts/queries/to-transfer-result";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import type { PayAnswer } from "@/lib/wechat/pay/call-pay";
import { cancelTransfer } from "@/lib/wechat/pay/cancel-transfer";
import { createTransfer } from "@/lib/wechat/pay/create-transfer";
import type { PayFailure } from "@/lib/wechat/pay/pay-failure";
import { queryTransfer } from "@/lib/wechat/pay/query-transfer";
import type { WechatTransfer } from "@/lib/wechat/pay/transfer";

export type StepContext = {
  merchantId: AuthorizedMerchantId;
  credentials: WechatCredentials | null;
  notifyUrl: string | null;
  /** On the process's steady clock. */
  claimedAtMs: number;
  now: Date;
};

/** A process that was asleep longer than this sends nothing any more: its lease is about to end. */
const sendWithinMs = 30_000;
/** After the last possible send, a number that WeChat does not know will not become known. */
const unknownForMs = 60_000;

/** One step of one claimed withdrawal: a call or two, and what follows from the answer. */
export async function stepPayout(context: StepContext, payout: ClaimedPayout): Promise<void> {
  if (payout.state === "approved") return endUnsent(context, payout, "cancelled", "in_debt");
  const { credentials } = context;
  if (credentials?.mchId !== payout.mchId || credentials.appId !== payout.appId) {
    return postpone(context, payout, "merchant_account", unknownForMs);
  }
  if (payout.isFirstSend) return send(context, credentials, payout);
  const asked = await queryTransfer(credentials, payout.payoutNo, context.now);
  if (!asked.ok && asked.reason === "not_found") return stepUnknown(context, credentials, payout);
  if (!asked.ok) return postpone(context, payout, troubleOfFailure(asked.reason));
  await apply(context, payout, asked.answer);
  await stepKnown(context, credentials, payout, asked.answer);
}

/** WeChat has it: what is left to do for us in this state. */
async function stepKnown(
  context: StepContext,
  credentials: WechatCredentials,
  payout: ClaimedPayout,
  { state }: WechatTransfer,
): Promise<void> {
  const isWaiting = state === "ACCEPTED" || state === "PROCESSING";
  const canConfirm = state === "WAIT_USER_CONFIRM";
  if (payout.state === "cancelling" && (isWaiting || canConfirm)) {
    const cancelled = await cancelTransfer(credentials, payout.payoutNo, context.now);
    if (cancelled.ok) await apply(context, payout, cancelled.answer);
    return postpone(context, payout, payout.failReason);
  }
  // WeChat moves on only when the same is asked again; and only that answer tells the package.
  if ((isWaiting || (canConfirm && payout.packageInfo === "")) && payout.maySend) {
    return send(context, credentials, payout);
  }
  return postpone(context, payout, payout.failReason);
}

/** WeChat does not know the number: it never arrived, was refused, or is still on its way. */
async function stepUnknown(
  context: StepContext,
  credentials: WechatCredentials,
  payout: ClaimedPayout,
): Promise<void> {
  const { state, transferBillNo, failReason, attempts, maySend, inDebt } = payout;
  // Once known and now unknown: WeChat has forgotten it after thirty days, or errs. Nothing is concluded.
  if (transferBillNo !== null) return postpone(context, payout, "no_answer");
  if (state === "cancelling") {
    // The first look came right after the wish, when a send may have been on its way.
    if (attempts < 2) return postpone(context, payout, failReason, unknownForMs);
    return endUnsent(context, payout, "cancelled", failReason);
  }
  if (failReason === "refused_parameters") return endUnsent(context, payout, "failed", failReason);
  if (maySend) return send(context, credentials, payout);
  if (inDebt) return beginCancelling(context, payout, "in_debt");
  return postpone(context, payout, failReason, unknownForMs);
}

async function send(
  context: StepContext,
  credentials: WechatCredentials,
  payout: ClaimedPayout,
): Promise<void> {
  const { merchantId, notifyUrl, now } = context;
  if (notifyUrl === null) return postpone(context, payout, "merchant_account", unknownForMs);
  if (performance.now() - context.claimedAtMs > sendWithinMs) return;
  const { payoutId, payoutNo, openId, netFen, userNameSealed, jobTitle, remark } = payout;
  const userName = payoutSeal.openName(userNameSealed, { merchantId, payoutId });
  const order = { openId, amountFen: netFen, userName, jobTitle, remark, notifyUrl };
  const sent = await createTransfer(credentials, { ...order, outBillNo: payoutNo }, now);
  if (!sent.ok) return postponeRefused(context, payout, sent.reason);
  await apply(context, payout, sent.answer);
  const { state } = sent.answer;
  const isWaiting = state === "ACCEPTED" || state === "PROCESSING";
  // Once may be chance; again it is the account that has too little.
  await postpone(context, payout, isWaiting && payout.attempts > 1 ? "merchant_balance" : "");
}

async function apply(
  { merchantId, now }: StepContext,
  payout: ClaimedPayout,
  answer: WechatTransfer,
): Promise<void> {
  await applyTransferResult(merchantId, toTransferResult(payout.mchId, answer), now);
}

/**
 * A refused send. What cannot be otherwise the next time is looked at once more when everything that
 * may be under way has arrived; all else is tried again under the same number.
 */
function postponeRefused(
  context: StepContext,
  payout: ClaimedPayout,
  reason: Extract<PayAnswer<never>, { ok: false }>["reason"],
): Promise<void> {
  if (reason !== "refused_parameters") return postpone(context, payout, troubleOfFailure(reason));
  return postpone(context, payout, "refused_parameters", unknownForMs);
}

function troubleOfFailure(reason: PayFailure): string {
  if (reason === "not_enough_balance") return "merchant_balance";
  return reason === "refused_permission" || reason === "refused_signature"
    ? "merchant_account"
    : "no_answer";
}

function postpone(
  context: StepContext,
  payout: ClaimedPayout,
  failReason: string,
  pauseMs?: number,
): Promise<void> {
  const { now } = context;
  const at =
    pauseMs === undefined
      ? nextStep(payout.state, payout.attempts, now)
      : new Date(now.getTime() + pauseMs);
  return postponePayout(context, payout, { nextStepAt: at, failReason });
}
