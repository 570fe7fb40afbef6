import { beforeAll, expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import { payoutsForFile } from "@/e2e/payout-sandbox";

const { a, b, clock, pass } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const { addDistributor } = await import("@/e2e/share-fixtures");
const fixtures = await import("@/e2e/payout-fixtures");
const { addStaff, earn, giveAccount, mustWithdraw, payoutRow, withdraw } = fixtures;
const { applyTransferResult } = await import("@/features/payouts/commands/apply-transfer-result");
const { claimPayouts } = await import("@/features/payouts/commands/claim-payouts");
const { cancelPayout } = await import("@/features/payouts/commands/cancel-payout");
const { requestPayout } = await import("@/features/payouts/commands/request-payout");
const { freezePayouts } = await import("@/features/payouts/commands/freeze-payouts");
const { releasePayouts } = await import("@/features/payouts/commands/release-payouts");
const { getPayoutAccount } = await import("@/features/payouts/queries/get-payout-account");
const { listTaxStatements } = await import("@/features/payouts/queries/list-tax-statements");
const { toTransferResult } = await import("@/features/payouts/queries/to-transfer-result");
const { changePayoutPolicy } = await import("@/features/payouts/commands/change-payout-policy");
const { getPolicy } = await import("@/features/merchants/queries/get-policy");
const { inMerchant } = await import("@/lib/db/in-merchant");
const { secureRandom } = await import("@/lib/ids/random-code");

const { merchantId, level1, level2 } = a;
const day = 86_400_000;

beforeAll(async () => {
  await addFreeFreight(a);
});

async function pay(payoutNo: string): Promise<void> {
  const { netFen, openId, mchId } = await payoutRow(a, payoutNo);
  await claimPayouts(merchantId, { now: clock.now, limit: 500 });
  const answer = {
    mchId,
    outBillNo: payoutNo,
    transferBillNo: `1330${payoutNo}`,
    state: "SUCCESS" as const,
    amountFen: netFen,
    openId,
    failReason: "",
    packageInfo: "",
    createdAt: clock.now,
    updatedAt: clock.now,
  };
  await applyTransferResult(merchantId, toTransferResult(mchId, answer), clock.now);
}

/** Changes some of the payout rules of shop a. */
async function rules(change: Partial<Awaited<ReturnType<typeof getPolicy>>>): Promise<void> {
  const saved = await saveRules(await addStaff(a, clock.now), change);
  if (!saved.ok) throw new Error(saved.reason);
}

async function saveRules(
  staff: Awaited<ReturnType<typeof addStaff>>,
  change: Partial<Awaited<ReturnType<typeof getPolicy>>>,
) {
  const policy = await inMerchant(merchantId, (tx) => getPolicy(tx, merchantId));
  const input = { ...policy, ...change, seenVersion: policy.version };
  const { seenVersion, payoutMinFen, payoutDueDays, payoutApprovalLimitFen } = input;
  const { payoutDailyCapFen, payoutDailyTotalFen, payoutCooldownHours } = input;
  const { payoutJobTitle, payoutRemark } = input;
  return changePayoutPolicy(
    staff,
    {
      seenVersion,
      payoutMinFen,
      payoutDueDays,
      payoutApprovalLimitFen,
      payoutDailyCapFen,
      payoutDailyTotalFen,
      payoutCooldownHours,
      payoutJobTitle,
      payoutRemark,
    },
    clock.now,
  );
}

test("the limit above which two people agree moves only with the password given again", async () => {
  const limit = { payoutApprovalLimitFen: 100_000_00n };
  const before = await inMerchant(merchantId, (tx) => getPolicy(tx, merchantId));
  const late = new Date(clock.now.getTime() - 300_000);
  for (const staff of [await addStaff(a, clock.now, false), await addStaff(a, late)]) {
    expect(await saveRules(staff, limit)).toEqual({ ok: false, reason: "step_up_needed" });
  }
  expect(await saveRules(await addStaff(b, clock.now), {})).toMatchObject({ ok: true });
  expect(await inMerchant(merchantId, (tx) => getPolicy(tx, merchantId))).toEqual(before);
  expect(await saveRules(await addStaff(a, clock.now), limit)).toMatchObject({ ok: true });
  const limitFen = before.payoutApprovalLimitFen;
  expect(
    await saveRules(await addStaff(a, clock.now), { payoutApprovalLimitFen: limitFen }),
  ).toEqual({ ok: true, version: before.version + 2 });
});

test("300 withdrawals of 1 yuan on a balance of 10, ten at a time: exactly 10 are paid", async () => {
  await earn(a, level1, 1_000n, clock.now);
  await giveAccount(a, level1, clock.now);
  const reasons: string[] = [];
  let granted = 0;
  for (let wave = 0; wave < 30; wave += 1) {
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => withdraw(a, level1, 100n, clock.now)),
    );
    for (const one of asked) {
      if (!one.ok) reasons.push(one.reason);
      else {
        granted += 1;
        await pay(one.payoutNo);
      }
    }
  }
  expect(granted).toBe(10);
  expect(reasons).toHaveLength(290);
  expect(new Set(reasons)).toEqual(new Set(["payout_open", "above_available"]));
}, 120_000);

test("what cannot be asked for is refused with its reason", async () => {
  pass(day);
  const ask = (amountFen: bigint) => withdraw(a, level1, amountFen, clock.now);
  expect(await ask(99n)).toEqual({ ok: false, reason: "below_minimum", minimumFen: 100n });
  expect(await ask(100n)).toEqual({ ok: false, reason: "above_available", availableFen: 0n });
  expect(await withdraw(a, level1, 100n, clock.now, "bank")).toMatchObject({
    reason: "bank_missing",
  });
  expect(await withdraw(a, level2, 100n, clock.now)).toMatchObject({ reason: "account_missing" });
  expect(await withdraw(a, { ...level2, ...a.buyer }, 100n, clock.now)).toMatchObject({
    reason: "not_a_distributor",
  });
  const at = { now: clock.now, random: secureRandom };
  const foreign = { merchantId, customerId: b.level1.customerId };
  const input = { amountFen: 100n, channel: "wechat", seenTaxFen: 0n } as const;
  expect(await requestPayout(foreign, input, at)).toMatchObject({ reason: "not_a_distributor" });
});

test("a frozen distributor asks in vain, a released one does not", async () => {
  const staff = { merchantId, staffId: a.ownerId };
  const { distributorId } = level1;
  await freezePayouts(staff, { distributorId, reason: "核对中" }, clock.now);
  expect(await withdraw(a, level1, 100n, clock.now)).toMatchObject({ reason: "frozen" });
  await releasePayouts(staff, { distributorId, reason: "核实无误" }, clock.now);
  expect(await withdraw(a, level1, 100n, clock.now)).toMatchObject({ reason: "above_available" });
});

test("one person's month is taxed as one, under whichever of their distributors, and shown before", async () => {
  const twin = await addDistributor(a);
  await earn(a, level1, 100_000n, clock.now);
  await earn(a, twin, 100_000n, clock.now);
  await giveAccount(a, twin, clock.now, { bank: true });
  pass(day);
  const unseen = { amountFen: 90_000n, channel: "bank", seenTaxFen: 0n } as const;
  const customer = { merchantId, customerId: twin.customerId };
  const at = { now: clock.now, random: secureRandom };
  // 10 yuan were paid this month: (10 + 900 - 800) x 20 %.
  expect(await requestPayout(customer, unseen, at)).toEqual({
    ok: false,
    reason: "tax_changed",
    taxFen: 2_200n,
  });
  const first = await mustWithdraw(a, twin, 90_000n, clock.now, "bank");
  const second = await mustWithdraw(a, level1, 40_000n, clock.now);
  expect(await payoutRow(a, second)).toMatchObject({
    taxPriorGrossFen: 91_000n,
    taxPriorTaxFen: 2_200n,
    taxFen: 8_000n,
    netFen: 32_000n,
  });
  await cancelPayout(customer, first, clock.now);
  await pay(second);
  const third = await mustWithdraw(a, level1, 10_000n, clock.now);
  // What came back no longer counts; what was withheld too much is not withheld again.
  expect(await payoutRow(a, third)).toMatchObject({
    taxPriorGrossFen: 41_000n,
    taxPriorTaxFen: 8_000n,
    taxFen: 0n,
  });
  await pay(third);
  const { distributorId } = twin;
  const statements = await inMerchant(merchantId, (tx) =>
    listTaxStatements(tx, { merchantId, distributorId, year: 2026, month: 3 }),
  );
  expect(statements).toMatchObject([{ grossFen: 51_000n, taxFen: 8_000n, maskedName: "张**" }]);
});

test("no rule for the day: no payout", async () => {
  pass(2 * day);
  const until = (date: string | null) =>
    asSuperuser(async (db) => {
      await db.query("set session_replication_role = replica");
      await db.query("update tax_rule set valid_until = $1", [date]);
    });
  await until("2026-03-01");
  expect(await withdraw(a, level1, 1_000n, clock.now)).toEqual({
    ok: false,
    reason: "tax_rule_missing",
  });
  await until(null);
});

test("daily caps hold for a person and for the shop, over parallel requests too", async () => {
  pass(2 * day);
  await rules({ payoutDailyCapFen: 3_000n, payoutDailyTotalFen: 5_000n });
  const { distributorId, customerId } = await addDistributor(a);
  const twin = { distributorId, customerId };
  await earn(a, twin, 10_000n, clock.now);
  await giveAccount(a, twin, clock.now, { bank: true });
  const asked = await Promise.all([
    withdraw(a, level1, 2_000n, clock.now),
    withdraw(a, twin, 2_000n, clock.now, "bank"),
  ]);
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(asked.find(({ ok }) => !ok)).toMatchObject({ reason: "daily_cap", leftFen: 1_000n });
  const others: (typeof twin)[] = [];
  for (const serial of [2, 3]) {
    const other = await addDistributor(a);
    await earn(a, other, 10_000n, clock.now);
    await giveAccount(a, other, clock.now, { bank: true, serial });
    others.push(other);
  }
  const rest = await Promise.all(
    others.map((other) => withdraw(a, other, 2_500n, clock.now, "bank")),
  );
  expect(rest.filter(({ ok }) => ok)).toHaveLength(1);
  expect(rest.find(({ ok }) => !ok)).toMatchObject({ reason: "merchant_daily_cap" });
  await rules({ payoutDailyCapFen: 500_000n, payoutDailyTotalFen: 5_000_000n });
}, 60_000);

test("identity lies sealed, shows tails only, and a change of it makes wait", async () => {
  const person = await addDistributor(a);
  const { distributorId } = person;
  const key = { merchantId, distributorId, now: clock.now };
  await giveAccount(a, person, clock.now, { bank: true, serial: 9 });
  const account = () => inMerchant(merchantId, (tx) => getPayoutAccount(tx, key));
  expect(await account()).toMatchObject({
    maskedName: "张**",
    bankCardTail: "0001",
    coolingDownUntil: null,
  });
  const { rows } = await asSuperuser((db) =>
    db.query("select payout_account::text as text from payout_account"),
  );
  for (const { text } of rows) expect(text).not.toMatch(/张三|33010619900101|6225880000000001/);
  pass(60_000);
  await giveAccount(a, person, clock.now, { bank: true, serial: 9 });
  expect((await account())?.coolingDownUntil).toBeNull();
  await giveAccount(a, person, clock.now, { bank: true, serial: 9, realName: "张三丰" });
  await earn(a, person, 5_000n, clock.now);
  const until = new Date(clock.now.getTime() + day);
  expect(await withdraw(a, person, 1_000n, clock.now, "bank")).toEqual({
    ok: false,
    reason: "cooling_down",
    until,
  });
  pass(day);
  await mustWithdraw(a, person, 1_000n, clock.now, "bank");
  await expect(giveAccount(a, person, clock.now, { serial: 10 })).rejects.toThrow("payout_open");
  const consents = await inMerchant(merchantId, (tx) =>
    tx.customerConsent.count({
      where: { customerId: person.customerId, purpose: "payout_identity" },
    }),
  );
  expect(consents).toBe(1);
});
