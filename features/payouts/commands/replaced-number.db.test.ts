import { beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import { payoutsForFile } from "@/e2e/payout-sandbox";

const { a, clock, pass, billOf } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const { earn, giveAccount, mustWithdraw, payoutRow } = await import("@/e2e/payout-fixtures");
const { advancePayouts } = await import("@/features/payouts/commands/advance-payouts");
const { cancelPayout } = await import("@/features/payouts/commands/cancel-payout");
const { countFinanceAttention } = await import(
  "@/features/payouts/queries/count-finance-attention"
);
const { getOwnPayout } = await import("@/features/payouts/queries/get-own-payout");
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
  expect(own).toMatchObject({ trouble: "merchant_account", canCancel: true });
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
