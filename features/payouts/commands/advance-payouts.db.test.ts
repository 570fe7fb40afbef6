import { beforeAll, beforeEach, expect, test } from "vitest";
import { payoutsForFile } from "@/e2e/payout-sandbox";
import { type Fault, faultSchema } from "@/wechat-sandbox/schemas/fault";
import { bookOperating, operatingBalance } from "@/wechat-sandbox/store/operating-book";

const { a, wechat, clock, pass, billOf, confirm } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const fixtures = await import("@/e2e/payout-fixtures");
const { earn, giveAccount, mustWithdraw, payoutRow, writeVerdict } = fixtures;
const { advancePayouts } = await import("@/features/payouts/commands/advance-payouts");
const { cancelPayout } = await import("@/features/payouts/commands/cancel-payout");
const { freezePayouts } = await import("@/features/payouts/commands/freeze-payouts");
const { refusePayout } = await import("@/features/payouts/commands/refuse-payout");
const { releasePayouts } = await import("@/features/payouts/commands/release-payouts");
const { getOwnPayout } = await import("@/features/payouts/queries/get-own-payout");
const { getDistributorBalances } = await import(
  "@/features/ledger/queries/get-distributor-balances"
);
const { inMerchant } = await import("@/lib/db/in-merchant");

const person = a.level1;
const { merchantId } = a;
const { customerId, distributorId } = person;

beforeAll(async () => {
  await addFreeFreight(a);
  await earn(a, person, 900_000n, clock.now);
  await giveAccount(a, person, clock.now);
});
beforeEach(() => {
  wechat.sandbox.faults.clear();
  // Nobody's daily cap is in the way.
  pass(2 * 86_400_000);
});

const advance = () => advancePayouts(merchantId, { now: clock.now, limit: 50 });
const plan = (fault: Partial<Fault>) => wechat.sandbox.faults.add(faultSchema.parse(fault));
const balances = () =>
  inMerchant(merchantId, (tx) => getDistributorBalances(tx, { merchantId, distributorId }));
const own = (payoutNo: string) =>
  inMerchant(merchantId, (tx) => getOwnPayout(tx, { merchantId, distributorId, payoutNo }));

/** Sends a withdrawal and brings it to the phone. */
async function sent(amountFen = 1_000n): Promise<string> {
  const payoutNo = await mustWithdraw(a, person, amountFen, clock.now);
  await advance();
  return payoutNo;
}

test("a withdrawal is sent once, confirmed on the phone, and paid when WeChat says so", async () => {
  const before = await balances();
  const payoutNo = await mustWithdraw(a, person, 1_000n, clock.now);
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "approved", sentAt: null });
  expect(await balances()).toMatchObject({ inPayoutFen: 1_000n });
  await advance();
  const packageInfo = billOf(payoutNo)?.package_info ?? "";
  expect(await payoutRow(a, payoutNo)).toMatchObject({
    state: "awaiting_confirmation",
    packageInfo,
    sentAt: clock.now,
  });
  expect((await own(payoutNo))?.confirmation).toEqual({
    mchId: a.wechat.mchId,
    appId: a.wechat.appId,
    packageInfo,
  });
  expect(confirm(payoutNo, person.sandboxUserId)).toMatchObject({ ok: true });
  pass(61_000);
  await advance();
  expect(billOf(payoutNo)).toMatchObject({ state: "SUCCESS", amount: 1_000 });
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "paid", nextStepAt: null });
  expect(await balances()).toEqual({
    ...before,
    availableFen: before.availableFen - 1_000n,
  });
});

test.each([
  ["PAYEE_ACCOUNT_ABNORMAL", "account_closed"],
  ["NAME_NOT_CORRECT", "name_mismatch"],
  ["REAL_NAME_CHECK_FAIL", "not_real_name"],
  ["TRANSFER_QUOTA_EXCEED", "quota"],
  ["TRANSFER_RISK", "risk"],
  ["TRANSFER_SCENE_UNAVAILABLE", "merchant_account"],
] as const)(
  "refused for %s it fails, the money is free again, and the phone knows why",
  async (code, trouble) => {
    const before = await balances();
    plan({ endpoint: "transfer_start", kind: "FAIL", code });
    const payoutNo = await sent();
    expect(await own(payoutNo)).toMatchObject({ state: "failed", trouble, confirmation: null });
    expect(await balances()).toEqual(before);
  },
);

test("not confirmed in 24 hours it lapses, also when WeChat closes it hours later", async () => {
  plan({ endpoint: "transfer_closing", kind: "late", delayMs: 3 * 3_600_000 });
  const payoutNo = await sent();
  const { confirmUntil } = await payoutRow(a, payoutNo);
  expect(confirmUntil).toEqual(new Date(clock.now.getTime() + 86_400_000));
  pass(25 * 3_600_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
  pass(3 * 3_600_000);
  await advance();
  expect(await own(payoutNo)).toMatchObject({ state: "expired", trouble: "not_confirmed" });
  expect((await balances()).inPayoutFen).toBe(0n);
});

test("taken back before it was sent, it never reaches WeChat", async () => {
  const payoutNo = await mustWithdraw(a, person, 1_000n, clock.now);
  expect(
    await cancelPayout({ merchantId, customerId: a.buyer.customerId }, payoutNo, clock.now),
  ).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await cancelPayout({ merchantId, customerId }, payoutNo, clock.now)).toEqual({
    ok: true,
    state: "cancelled",
  });
  await advance();
  expect(billOf(payoutNo)).toBeNull();
});

test("taken back before it was confirmed, it is cancelled when WeChat has cancelled it", async () => {
  const payoutNo = await sent();
  const wish = await cancelPayout({ merchantId, customerId }, payoutNo, clock.now);
  expect(wish).toEqual({ ok: true, state: "cancelling" });
  await advance();
  expect(billOf(payoutNo)?.state).toBe("CANCELING");
  expect((await balances()).inPayoutFen).toBe(1_000n);
  pass(61_000);
  await advance();
  expect(await own(payoutNo)).toMatchObject({
    state: "cancelled",
    trouble: "cancelled_by_distributor",
  });
  expect((await balances()).inPayoutFen).toBe(0n);
});

test("taken back by the shop while it lay before its owner, who reads the words that staff wrote", async () => {
  const payoutNo = await sent();
  const { id: payoutId } = await payoutRow(a, payoutNo);
  const staff = { merchantId, staffId: a.ownerId };
  const wish = { payoutId, reason: "微信号刚换过，请改用银行卡" };
  expect(await refusePayout(staff, wish, clock.now)).toEqual({ ok: true, state: "cancelling" });
  for (const ms of [0, 61_000]) {
    pass(ms);
    await advance();
  }
  expect(await own(payoutNo)).toMatchObject({
    state: "cancelled",
    trouble: "cancelled_by_merchant",
    note: wish.reason,
  });
});

test("taken back in the moment of confirming, it is paid", async () => {
  const payoutNo = await sent();
  confirm(payoutNo, person.sandboxUserId);
  expect(await cancelPayout({ merchantId, customerId }, payoutNo, clock.now)).toMatchObject({
    ok: true,
  });
  await advance();
  pass(61_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "paid" });
});

test("ACCEPTED for lack of money, it goes on under the same number when there is some", async () => {
  const { mchId } = a.wechat;
  const { db } = wechat.sandbox;
  const amount = operatingBalance(db, mchId);
  const entry = {
    mch_id: mchId,
    at: clock.now.getTime(),
    transfer_bill_no: "",
    out_bill_no: "",
    remark: "",
  };
  bookOperating(db, { ...entry, kind: "withdrawal", amount: -amount });
  const payoutNo = await sent();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "sending", wechatState: "ACCEPTED" });
  pass(10_000);
  await advance();
  expect(await own(payoutNo)).toMatchObject({ state: "sending", trouble: "merchant_balance" });
  bookOperating(db, { ...entry, kind: "top_up", amount });
  pass(60_000);
  await advance();
  expect(await own(payoutNo)).toMatchObject({ state: "awaiting_confirmation", trouble: null });
  await cancelPayout({ merchantId, customerId }, payoutNo, clock.now);
  await advance();
  pass(61_000);
  await advance();
});

test("from 2,000 yuan on the name goes along, encrypted, and WeChat reads it", async () => {
  const setLimit = "update merchant_policy set payout_approval_limit_fen = 10000000";
  const { asSuperuser } = await import("@/e2e/database");
  await asSuperuser(async (db) => {
    await db.query("set session_replication_role = replica");
    await db.query(setLimit);
  });
  const payoutNo = await sent(280_000n);
  const bill = billOf(payoutNo);
  expect(bill?.user_name).not.toContain("张三");
  expect(bill?.state).toBe("WAIT_USER_CONFIRM");
  const { netFen, userNameSealed } = await payoutRow(a, payoutNo);
  expect(bill?.amount).toBe(Number(netFen));
  expect(userNameSealed).not.toContain("张三");
  await cancelPayout({ merchantId, customerId }, payoutNo, clock.now);
  await advance();
  pass(61_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "cancelled" });
});

test("nothing is sent while the last verdict about the invariants is bad; all else goes on", async () => {
  const followed = await sent();
  await writeVerdict(a, "invariants.broken", clock.now);
  const cancelled = await cancelPayout({ merchantId, customerId }, followed, clock.now);
  expect(cancelled).toMatchObject({ ok: true });
  await advance();
  pass(61_000);
  await advance();
  expect(await payoutRow(a, followed)).toMatchObject({ state: "cancelled" });
  const payoutNo = await sent();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "approved" });
  expect(billOf(payoutNo)).toBeNull();
  await writeVerdict(a, "invariants.hold", new Date(clock.now.getTime() + 1_000));
  pass(61_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
  await cancelPayout({ merchantId, customerId }, payoutNo, clock.now);
  await advance();
  pass(61_000);
  await advance();
});

test("nothing is sent to somebody who is frozen, nor may they confirm, until they are released", async () => {
  const staff = { merchantId, staffId: a.ownerId };
  const freeze = { distributorId, reason: "核对中" };
  const confirmable = await sent();
  expect(await freezePayouts(staff, freeze, clock.now)).toEqual({ ok: true });
  expect((await own(confirmable))?.confirmation).toBeNull();
  await cancelPayout({ merchantId, customerId }, confirmable, clock.now);
  await advance();
  pass(61_000);
  await advance();
  const unsaid = { distributorId, reason: " " };
  expect(await releasePayouts(staff, unsaid, clock.now)).toMatchObject({
    reason: "reason_missing",
  });
  const release = { distributorId, reason: "核实无误" };
  expect(await releasePayouts(staff, release, clock.now)).toEqual({ ok: true });
  const payoutNo = await mustWithdraw(a, person, 1_000n, clock.now);
  await freezePayouts(staff, freeze, clock.now);
  await advance();
  pass(120_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "approved", sentAt: null });
  await releasePayouts(staff, release, clock.now);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
});
