import type { TestMerchant } from "@/e2e/database";
import {
  addStaff,
  earn,
  giveAccount,
  mustWithdraw,
  payoutRow,
  type TestDistributor,
} from "@/e2e/payout-fixtures";
import { addDistributor } from "@/e2e/share-fixtures";
import { applyTransferResult } from "@/features/payouts/commands/apply-transfer-result";
import { cancelPayout } from "@/features/payouts/commands/cancel-payout";
import { claimPayouts } from "@/features/payouts/commands/claim-payouts";
import { decideRun } from "@/features/payouts/commands/decide-run";
import { exportBankPayouts } from "@/features/payouts/commands/export-bank-payouts";
import { markBankPaid } from "@/features/payouts/commands/mark-bank-paid";
import { proposeRun } from "@/features/payouts/commands/propose-run";
import { toTransferResult } from "@/features/payouts/queries/to-transfer-result";
import { inMerchant } from "@/lib/db/in-merchant";
import { secureRandom } from "@/lib/ids/random-code";
import type { WechatTransferState } from "@/lib/wechat/pay/transfer";

const start = new Date("2026-03-01T00:00:00.000Z");
/** Long after everything else, and past every month that is closed. */
const at = (minutes: number) => new Date(start.getTime() + 130 * 86_400_000 + minutes * 60_000);

/** Every state that a withdrawal can have, made by the real commands; WeChat's words are spoken for it. */
export async function payOutThrough(shop: TestMerchant): Promise<void> {
  const { merchantId } = shop;
  // Not one of the fixtures': who owes is to go on owing.
  const earner = await addDistributor(shop);
  const { customerId } = earner;
  const { appId } = shop.wechatCredentials;
  const identity = { merchantId, appId, openId: `o-${customerId}`, customerId, createdAt: at(0) };
  await inMerchant(merchantId, (tx) => tx.wechatIdentity.create({ data: identity }));
  await earn(shop, earner, 400_000n, at(0));
  await giveAccount(shop, earner, at(0));
  const paid = await sent(shop, earner, 40_000n, 1);
  await tell(shop, paid, "WAIT_USER_CONFIRM", 2);
  await tell(shop, paid, "SUCCESS", 3);
  await tell(shop, await sent(shop, earner, 30_000n, 4), "FAIL", 5, "TRANSFER_RISK");
  await tell(shop, await sent(shop, earner, 30_000n, 6), "FAIL", 7, "OVERDUE_CLOSE");
  const unsent = await mustWithdraw(shop, earner, 30_000n, at(8));
  await cancelPayout({ merchantId, customerId }, unsent, at(9));
  const taxed = await mustWithdraw(shop, earner, 200_000n, at(10));
  await approve(shop, taxed, 11);
  await claimPayouts(merchantId, { now: at(12), limit: 10 });
  await tell(shop, taxed, "SUCCESS", 13);
  const twin = await byBank(shop, 14);
  await mustWithdraw(shop, twin, 60_000n, at(19), "bank");
  await tell(shop, await sent(shop, earner, 10_000n, 20), "WAIT_USER_CONFIRM", 21);
}

async function sent(
  shop: TestMerchant,
  distributor: TestDistributor,
  amountFen: bigint,
  minute: number,
): Promise<string> {
  const payoutNo = await mustWithdraw(shop, distributor, amountFen, at(minute));
  await claimPayouts(shop.merchantId, { now: at(minute), limit: 10 });
  return payoutNo;
}

async function tell(
  shop: TestMerchant,
  payoutNo: string,
  state: WechatTransferState,
  minute: number,
  failReason = "",
): Promise<void> {
  const { mchId, netFen, openId } = await payoutRow(shop, payoutNo);
  const told = {
    mchId,
    outBillNo: payoutNo,
    transferBillNo: `1330${payoutNo}`,
    state,
    amountFen: netFen,
    openId,
    failReason,
    packageInfo: state === "WAIT_USER_CONFIRM" ? "package" : "",
    createdAt: at(minute),
    updatedAt: at(minute),
  };
  const applied = await applyTransferResult(
    shop.merchantId,
    toTransferResult(mchId, told),
    at(minute),
  );
  if (applied.outcome !== "applied") throw new Error(`${state} of ${payoutNo} was not applied`);
}

async function approve(shop: TestMerchant, payoutNo: string, minute: number): Promise<void> {
  const { id, grossFen } = await payoutRow(shop, payoutNo);
  const proposer = await addStaff(shop, at(minute));
  const decider = await addStaff(shop, at(minute));
  const proposed = await proposeRun(
    proposer,
    { payoutIds: [id], seenTotalFen: grossFen },
    { now: at(minute), random: secureRandom },
  );
  if (!proposed.ok) throw new Error(proposed.reason);
  const decision = { decision: "approve", reason: "", seenTotalFen: grossFen } as const;
  const decided = await decideRun(decider, { runId: proposed.runId, ...decision }, at(minute));
  if (!decided.ok) throw new Error(decided.reason);
}

/** The same person once more, as another distributor, paid through the bank. */
async function byBank(shop: TestMerchant, minute: number): Promise<TestDistributor> {
  const twin = await addDistributor(shop);
  await earn(shop, twin, 90_000n, at(minute));
  await giveAccount(shop, twin, at(minute), { bank: true });
  const payoutNo = await mustWithdraw(shop, twin, 20_000n, at(minute), "bank");
  const { id: payoutId } = await payoutRow(shop, payoutNo);
  const [first, second] = [await addStaff(shop, at(minute)), await addStaff(shop, at(minute))];
  const exported = await exportBankPayouts(first, "new", at(minute + 1));
  const paid = { payoutId, bankReference: "ICBC20260709" };
  await markBankPaid(first, paid, at(minute + 2));
  const marked = await markBankPaid(second, paid, at(minute + 3));
  if (!exported.ok || !marked.ok) throw new Error("not paid by bank");
  return twin;
}
