import { beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import { payoutsForFile } from "@/e2e/payout-sandbox";

const { a, clock, pass, billOf, confirm } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const { addStaff, disableStaff, earn, giveAccount, mustWithdraw, payoutRow } = await import(
  "@/e2e/payout-fixtures"
);
const { advancePayouts } = await import("@/features/payouts/commands/advance-payouts");
const { cancelPayout } = await import("@/features/payouts/commands/cancel-payout");
const { countFinanceAttention } = await import(
  "@/features/payouts/queries/count-finance-attention"
);
const { getOwnPayout } = await import("@/features/payouts/queries/get-own-payout");
const { endFormerUnpaid } = await import("@/features/payouts/commands/end-former-unpaid");
const { markFormerPaid } = await import("@/features/payouts/commands/mark-former-paid");
const { getPayout } = await import("@/features/payouts/queries/get-payout");
const { getDistributorBalances } = await import(
  "@/features/ledger/queries/get-distributor-balances"
);
const { computeMonth } = await import("@/features/closing/queries/compute-month");
const { closeCase } = await import("@/features/reconciliation/commands/close-case");
const { reconcileDay } = await import("@/features/reconciliation/commands/reconcile-day");
const { listCases } = await import("@/features/reconciliation/queries/list-cases");
const { shanghaiDay } = await import("@/domain/metrics/shanghai-day");
const { inMerchant } = await import("@/lib/db/in-merchant");

const { merchantId, level1: person } = a;
const { customerId, distributorId } = person;

beforeAll(async () => {
  await addFreeFreight(a);
  await earn(a, person, 100_000n, clock.now);
  await giveAccount(a, person, clock.now);
});
beforeEach(() => pass(2 * 86_400_000));

const advance = () => advancePayouts(merchantId, { now: clock.now, limit: 50 });
const useNumber = (mchId: string) =>
  asSuperuser((db) =>
    db.query("update merchant_wechat set mch_id = $1 where merchant_id = $2", [mchId, merchantId]),
  );

test("what was asked for under a merchant number that was replaced is not sent, says why, and goes on when the number is back", async () => {
  const payoutNo = await mustWithdraw(a, person, 1_000n, clock.now);
  await useNumber("1999999999");
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "approved", sentAt: null });
  const { own, attention } = await inMerchant(merchantId, async (tx) => ({
    own: await getOwnPayout(tx, { merchantId, distributorId, payoutNo }),
    attention: await countFinanceAttention(tx, { merchantId, now: clock.now }),
  }));
  expect(own).toMatchObject({ trouble: "former_number", canCancel: true });
  expect(attention.blocked).toBe(1);
  await useNumber(a.wechat.mchId);
  pass(61_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({
    state: "awaiting_confirmation",
    failReason: "",
  });
  await cancelPayout({ merchantId, customerId }, payoutNo, clock.now);
  for (const ms of [0, 61_000]) {
    pass(ms);
    await advance();
  }
});

test("taken back, it is free at once and can be asked for under the new number", async () => {
  const old = await mustWithdraw(a, person, 1_000n, clock.now);
  await useNumber("1999999999");
  await advance();
  expect(await cancelPayout({ merchantId, customerId }, old, clock.now)).toEqual({
    ok: true,
    state: "cancelled",
  });
  expect(billOf(old)).toBeNull();
  const anew = await mustWithdraw(a, person, 1_000n, clock.now);
  expect(await payoutRow(a, anew)).toMatchObject({ state: "approved", mchId: "1999999999" });
  await cancelPayout({ merchantId, customerId }, anew, clock.now);
  await useNumber(a.wechat.mchId);
});

/** They have given their password again just now. */
const renewPassword = (people: readonly { sessionId: string }[]) =>
  inMerchant(merchantId, (tx) =>
    tx.staffSession.updateMany({
      where: { merchantId, id: { in: people.map(({ sessionId }) => sessionId) } },
      data: { steppedUpAt: clock.now },
    }),
  );

/** Sent under the number that is replaced then. */
async function sendUnderFormer(): Promise<{ payoutNo: string; payoutId: string }> {
  const payoutNo = await mustWithdraw(a, person, 1_000n, clock.now);
  await advance();
  await useNumber("1999999999");
  pass(61_000);
  await advance();
  const { id: payoutId, state, failReason } = await payoutRow(a, payoutNo);
  // Not "former_number", which tells the distributor to take it back and ask anew.
  expect({ state, failReason }).toEqual({
    state: "awaiting_confirmation",
    failReason: "merchant_account",
  });
  return { payoutNo, payoutId };
}

/** As where WeChat's answer with its number never came. */
const forgetBill = (payoutNo: string) =>
  asSuperuser((db) =>
    db.query("update payout set transfer_bill_no = null where payout_no = $1", [payoutNo]),
  );

const balances = () =>
  inMerchant(merchantId, (tx) => getDistributorBalances(tx, { merchantId, distributorId }));
const leftByBank = (payoutId: string) =>
  inMerchant(merchantId, (tx) =>
    tx.ledgerTransfer.findMany({
      where: { merchantId, referenceId: payoutId, code: "payout_left_by_bank" },
      select: { amountFen: true },
    }),
  );

test("what was sent and paid under a former number is paid when two people read the same number there, and leaves by bank", async () => {
  const { payoutNo, payoutId } = await sendUnderFormer();
  confirm(payoutNo, person.sandboxUserId);
  const shown = await inMerchant(merchantId, (tx) => getPayout(tx, { merchantId, payoutId }));
  expect(shown).toMatchObject({ isOfFormerNumber: true, mchId: a.wechat.mchId });
  const { transferBillNo } = await payoutRow(a, payoutNo);
  const bill = { payoutId, transferBillNo: transferBillNo ?? "" };
  const [first, second] = [await addStaff(a, clock.now), await addStaff(a, clock.now)];
  const asleep = await addStaff(a, clock.now, false);
  const say = (who: typeof first, over: { transferBillNo?: string } = {}) =>
    markFormerPaid(who, { ...bill, ...over }, clock.now);
  expect(await say(asleep)).toEqual({ ok: false, reason: "step_up_needed" });
  expect(await say(first, { transferBillNo: "13300000000000" })).toEqual({
    ok: false,
    reason: "bill_differs",
  });
  expect(await say(first)).toEqual({ ok: true, state: "marked" });
  expect(await say(first)).toEqual({ ok: false, reason: "same_person" });
  expect(await say(second)).toEqual({ ok: true, state: "paid" });
  expect(await say(second)).toEqual({ ok: false, reason: "too_late" });
  const { netFen, ...row } = await payoutRow(a, payoutNo);
  expect(row).toMatchObject({ state: "paid", markedBy: first.staffId, failReason: "" });
  expect(row).toMatchObject({ confirmedBy: second.staffId, nextStepAt: null });
  expect(await leftByBank(payoutId)).toEqual([{ amountFen: netFen }]);
  await useNumber(a.wechat.mchId);
});

test("the month counts it as left by bank; its day's bill does not miss it, and the number's own bill makes it a case", async () => {
  const bankOf = async () =>
    (await inMerchant(merchantId, (tx) => computeMonth(tx, { merchantId, month: "2026-03" })))
      .payouts.bank.count;
  const before = await bankOf();
  const sentOn = shanghaiDay(clock.now);
  const { payoutNo, payoutId } = await sendUnderFormer();
  confirm(payoutNo, person.sandboxUserId);
  pass(2 * 86_400_000);
  const transferBillNo = (await payoutRow(a, payoutNo)).transferBillNo ?? "";
  for (const staff of [await addStaff(a, clock.now), await addStaff(a, clock.now)]) {
    await markFormerPaid(staff, { payoutId, transferBillNo }, clock.now);
  }
  const paidOn = shanghaiDay(clock.now);
  expect(await bankOf()).toBe(before + 1);
  await useNumber(a.wechat.mchId);
  pass(2 * 86_400_000);
  const compare = (day: string) =>
    reconcileDay(merchantId, { kind: "fund_flow", day, now: clock.now });
  expect(await compare(paidOn)).toMatchObject({ state: "matched" });
  expect(await compare(sentOn)).toMatchObject({ state: "different" });
  const { cases } = await inMerchant(merchantId, (tx) =>
    listCases(tx, merchantId, { state: "open" }),
  );
  expect(cases).toMatchObject([{ kind: "state_differs", reference: payoutNo, ourState: "paid" }]);
  for (const { caseId } of cases) {
    const staff = await addStaff(a, clock.now);
    await closeCase(staff, { caseId, resolution: "已与原商户号平台核对" }, clock.now);
  }
});

test("a number that belongs to another withdrawal is not taken", async () => {
  const { payoutNo, payoutId } = await sendUnderFormer();
  await forgetBill(payoutNo);
  const earlier = await inMerchant(merchantId, (tx) =>
    tx.payout.findFirstOrThrow({ where: { merchantId, state: "paid" } }),
  );
  const input = { payoutId, transferBillNo: earlier.transferBillNo ?? "" };
  const said = await markFormerPaid(await addStaff(a, clock.now), input, clock.now);
  expect(said).toEqual({ ok: false, reason: "bill_taken" });
  await useNumber(a.wechat.mchId);
  await cancelPayout({ merchantId, customerId }, payoutNo, clock.now);
  for (const ms of [0, 61_000, 61_000]) {
    pass(ms);
    await advance();
  }
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "cancelled" });
});

test("what was not paid there is free again, once WeChat has let it lapse and not before", async () => {
  const before = await balances();
  const { payoutNo, payoutId } = await sendUnderFormer();
  const says = async () =>
    endFormerUnpaid(
      await addStaff(a, clock.now),
      { payoutId, reason: "平台显示已关闭" },
      clock.now,
    );
  expect(await says()).toEqual({ ok: false, reason: "too_early" });
  pass(25 * 3_600_000);
  const asleep = await addStaff(a, clock.now, false);
  const input = { payoutId, reason: "平台显示已关闭" };
  expect(await endFormerUnpaid(asleep, input, clock.now)).toEqual({
    ok: false,
    reason: "step_up_needed",
  });
  expect(await says()).toEqual({ ok: true });
  expect(await says()).toEqual({ ok: false, reason: "too_late" });
  expect(await payoutRow(a, payoutNo)).toMatchObject({
    state: "failed",
    failReason: "former_number_unpaid",
  });
  expect(await balances()).toEqual(before);
  const trail = await inMerchant(merchantId, (tx) =>
    tx.auditEntry.findMany({ where: { merchantId, objectId: payoutId } }),
  );
  expect(trail.map(({ action }) => action)).toContain("payout.former_unpaid");
  await useNumber(a.wechat.mchId);
});

test("against a colleague's word that it was paid nobody ends it as unpaid, unless they take it back or are gone", async () => {
  const [first, other] = [await addStaff(a, clock.now), await addStaff(a, clock.now)];
  const said = async () => {
    const { payoutNo, payoutId } = await sendUnderFormer();
    pass(25 * 3_600_000);
    const transferBillNo = (await payoutRow(a, payoutNo)).transferBillNo ?? "";
    await renewPassword([first, other]);
    await markFormerPaid(first, { payoutId, transferBillNo }, clock.now);
    return (who: typeof first) =>
      endFormerUnpaid(who, { payoutId, reason: "平台显示已关闭" }, clock.now);
  };
  const endedBy = await said();
  expect(await endedBy(other)).toEqual({ ok: false, reason: "said_paid" });
  expect(await endedBy(first)).toEqual({ ok: true });
  await useNumber(a.wechat.mchId);
  const endedAfterwardsBy = await said();
  await disableStaff(a, first.staffId, clock.now);
  expect(await endedAfterwardsBy(other)).toEqual({ ok: true });
  await useNumber(a.wechat.mchId);
});

test("a wrong number of a colleague who is gone is replaced, and the new one takes two people as well", async () => {
  const { payoutNo, payoutId } = await sendUnderFormer();
  confirm(payoutNo, person.sandboxUserId);
  await forgetBill(payoutNo);
  const [first, second] = [await addStaff(a, clock.now), await addStaff(a, clock.now)];
  const third = await addStaff(a, clock.now);
  const say = (who: typeof first, transferBillNo: string) =>
    markFormerPaid(who, { payoutId, transferBillNo }, clock.now);
  expect(await say(first, "13300000000001")).toEqual({ ok: true, state: "marked" });
  expect(await say(second, "13300000000002")).toEqual({ ok: false, reason: "reference_differs" });
  await disableStaff(a, first.staffId, clock.now);
  expect(await say(second, "13300000000002")).toEqual({ ok: true, state: "marked" });
  expect(await say(second, "13300000000002")).toEqual({ ok: false, reason: "same_person" });
  expect(await say(third, "13300000000002")).toEqual({ ok: true, state: "paid" });
  expect(await payoutRow(a, payoutNo)).toMatchObject({
    markedBy: second.staffId,
    confirmedBy: third.staffId,
    transferBillNo: "13300000000002",
  });
  await useNumber(a.wechat.mchId);
});

test("a withdrawal of the number in use is nobody's to end by hand", async () => {
  const payoutNo = await mustWithdraw(a, person, 1_000n, clock.now);
  await advance();
  const { id: payoutId, transferBillNo } = await payoutRow(a, payoutNo);
  pass(25 * 3_600_000);
  const staff = await addStaff(a, clock.now);
  const paid = { payoutId, transferBillNo: transferBillNo ?? "" };
  const unpaid = { payoutId, reason: "平台显示已关闭" };
  const tooLate = { ok: false, reason: "too_late" };
  expect(await markFormerPaid(staff, paid, clock.now)).toEqual(tooLate);
  expect(await endFormerUnpaid(staff, unpaid, clock.now)).toEqual(tooLate);
});
