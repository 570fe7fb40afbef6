import { LAPSE_MS } from "@/domain/payouts/has-lapsed";
import { judgeTransfer } from "@/domain/payouts/judge-transfer";
import { nextStep } from "@/domain/payouts/next-step";
import { hasEnded, type PayoutState } from "@/domain/payouts/payout-state";
import { noteEvent } from "@/features/inbox/commands/note-event";
import { quarantineEvent } from "@/features/inbox/commands/quarantine-event";
import { endPayoutPaid } from "@/features/payouts/commands/end-payout-paid";
import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { type LockedPayout, lockPayout } from "@/features/payouts/commands/lock-payout";
import type { TransferResult } from "@/features/payouts/queries/to-transfer-result";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

/** What a word of WeChat's came to. */
export type TransferOutcome =
  | { outcome: "applied" }
  | { outcome: "no_effect" }
  | { outcome: "quarantined"; reason: string };

type Arrival = { merchantId: string; result: TransferResult; now: Date };

/**
 * What became of a transfer, from a notification, a query or the answer to sending it: one transaction
 * with the withdrawal's state, the ledger and audit. Any number of repetitions, in any order, has one
 * effect; what does not match what we sent, or contradicts how it has ended, is put away and shown.
 */
export async function applyTransferResult(
  merchantId: AuthorizedMerchantId,
  result: TransferResult,
  now: Date,
): Promise<TransferOutcome> {
  return inMerchant(merchantId, async (tx) => {
    const arrival = { merchantId, result, now };
    const { transfer } = result;
    const payout = await lockPayout(tx, { merchantId, payoutNo: transfer.outBillNo });
    // A withdrawal by bank has no transfer: whoever speaks of one speaks of nothing of ours.
    const known = payout?.channel === "wechat" ? payout : null;
    const verdict = judgeTransfer(transfer, known);
    if (verdict.kind === "mismatch" || known === null) {
      return quarantine(tx, arrival, verdict.kind === "mismatch" ? verdict.reason : "");
    }
    const changed = await (verdict.kind === "move"
      ? moveTo(tx, arrival, known, verdict.to)
      : learn(tx, arrival, known));
    const event = { merchantId, eventId: result.eventId, kind: "transfer" as const };
    const outcome = changed ? ("applied" as const) : ("no_effect" as const);
    await noteEvent(tx, { ...event, bodySha256: result.bodySha256, outcome, now });
    return { outcome };
  });
}

async function quarantine(
  tx: MerchantTx,
  { merchantId, result, now }: Arrival,
  reason: string,
): Promise<TransferOutcome> {
  const { eventId, bodySha256, transfer } = result;
  const detail = {
    mchId: transfer.mchId ?? "",
    outBillNo: transfer.outBillNo,
    transferBillNo: transfer.transferBillNo,
    state: transfer.state,
    amountFen: transfer.amountFen?.toString() ?? "",
  };
  const event = { merchantId, eventId, kind: "transfer" as const, bodySha256 };
  await quarantineEvent(tx, { ...event, reason, detail, now });
  return { outcome: "quarantined", reason };
}

async function moveTo(
  tx: MerchantTx,
  { merchantId, result, now }: Arrival,
  payout: LockedPayout,
  to: PayoutState,
): Promise<boolean> {
  const { transfer } = result;
  const { transferBillNo, state: wechatState } = transfer;
  const wechat = { wechatState, transferBillNo };
  const actor = { kind: "wechat" } as const;
  if (to === "paid") {
    const paidAt = transfer.updatedAt ?? now;
    await endPayoutPaid(tx, payout, { merchantId, paidAt, columns: wechat, actor, now });
    return true;
  }
  if (hasEnded(to)) {
    // The distributor's own wish was there before WeChat's word for it.
    const failReason = to === "cancelled" ? await wishOf(tx, merchantId, payout) : "";
    const end = { merchantId, state: to, wechat, actor, now };
    await endPayoutUnpaid(tx, payout, { ...end, failReason: failReason || transfer.failReason });
    return true;
  }
  await tx.payout.update({
    where: { merchantId_id: { merchantId, id: payout.payoutId } },
    data: {
      ...wechat,
      state: to,
      attempts: 0,
      nextStepAt: nextStep(to, 0, now),
      ...(to === "cancelling" ? {} : { failReason: "" }),
      ...news(payout, result, now),
    },
  });
  return true;
}

/** Why it is being cancelled, as written down when that began. */
async function wishOf(
  tx: MerchantTx,
  merchantId: string,
  { payoutId, state }: LockedPayout,
): Promise<string> {
  if (state !== "cancelling") return "";
  const { failReason } = await tx.payout.findUniqueOrThrow({
    where: { merchantId_id: { merchantId, id: payoutId } },
    select: { failReason: true },
  });
  return failReason;
}

/** The state stays; WeChat's number and word are kept all the same, and what opens the confirmation. */
async function learn(
  tx: MerchantTx,
  { merchantId, result, now }: Arrival,
  payout: LockedPayout,
): Promise<boolean> {
  if (hasEnded(payout.state)) return false;
  const { transferBillNo, state: wechatState } = result.transfer;
  await tx.payout.update({
    where: { merchantId_id: { merchantId, id: payout.payoutId } },
    data: { transferBillNo, wechatState, ...news(payout, result, now) },
  });
  return payout.transferBillNo === null;
}

/** What is only told once: the package, and the moment from which the 24 hours run. */
function news(payout: LockedPayout, { transfer }: TransferResult, now: Date) {
  const takenAt = transfer.createdAt ?? now;
  return {
    packageInfo: transfer.packageInfo || payout.packageInfo,
    confirmUntil: payout.confirmUntil ?? new Date(takenAt.getTime() + LAPSE_MS),
  };
}
