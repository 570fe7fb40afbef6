import { beforeAll, expect, test } from "vitest";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { type DUE_AGES, DUE_GROUPS, sumByDue } from "@/domain/payouts/due-groups";
import { LABOUR_INCOME_RULE_2019 } from "@/domain/tax/tax-rule";
import { bookPayout } from "@/e2e/booked-payout";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { addFreeFreight, addFriend, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { earn } from "@/e2e/payout-fixtures";
import { addDistributor } from "@/e2e/share-fixtures";
import { holdCommission } from "@/features/commissions/commands/hold-commission";
import { releaseCommission } from "@/features/commissions/commands/release-commission";
import { listOpenCommissions } from "@/features/commissions/queries/list-open-commissions";
import { getDistributorAccount } from "@/features/ledger/queries/get-distributor-account";
import { freezePayouts } from "@/features/payouts/commands/freeze-payouts";
import { releasePayouts } from "@/features/payouts/commands/release-payouts";
import { countFinanceAttention } from "@/features/payouts/queries/count-finance-attention";
import { getOnTimeRate } from "@/features/payouts/queries/get-on-time-rate";
import { getPayoutCoverage } from "@/features/payouts/queries/get-payout-coverage";
import { listDuePayouts } from "@/features/payouts/queries/list-due-payouts";
import { listPayouts } from "@/features/payouts/queries/list-payouts";
import { sumOpenPayouts } from "@/features/payouts/queries/sum-open-payouts";
import { payoutFilterSchema } from "@/features/payouts/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const day = (days: number) => new Date(Date.UTC(2026, 5, 10, 4) + days * 86_400_000);
const now = day(0);

let a: TestMerchant;
let b: TestMerchant;

/** One paid on its day, one paid a minute too late, one that failed, and one that is open and late. */
beforeAll(async () => {
  ({ a, b } = await testMerchants());
  await addFreeFreight(a);
  await earn(a, a.level1, 10_000n, day(-10));
  const { distributorId, openId } = a.level1;
  const asked = async (at: number, dueInDays: number, end: "paid" | "failed" | null) =>
    bookPayout(a, {
      distributorId,
      openId,
      grossFen: 1_000n,
      requestedAt: day(at),
      dueAt: day(at + dueInDays),
      end,
    });
  await asked(-9, 3, "paid");
  await asked(-8, 0, "paid");
  await asked(-7, 1, "failed");
  await asked(-4, 3, null);
});

const attentionOf = ({ merchantId }: TestMerchant) =>
  inMerchant(merchantId, (tx) => countFinanceAttention(tx, { merchantId, now }));

test("what waits for a person is counted per merchant", async () => {
  const nothing = {
    toPropose: 0,
    toDecide: 0,
    toExport: 0,
    toMark: 0,
    blocked: 0,
    overdue: 0,
    stuckRefunds: 0,
    noTaxRule: 0,
    openCases: 0,
  };
  expect(await attentionOf(a)).toEqual({ ...nothing, overdue: 1 });
  expect(await attentionOf(b)).toEqual(nothing);
});

test("a day without a tax rule is one of the things that wait, until a rule holds for it", async () => {
  const ruleless = async (on: Date) => {
    const { merchantId } = b;
    const found = await inMerchant(merchantId, (tx) =>
      countFinanceAttention(tx, { merchantId, now: on }),
    );
    return found.noTaxRule;
  };
  // The rule that every shop begins with.
  const { from } = shanghaiDayRange(LABOUR_INCOME_RULE_2019.validFrom);
  expect(await ruleless(from)).toBe(0);
  expect(await ruleless(new Date(from.getTime() - 1))).toBe(1);
});

test("what is owed is covered by the balance that the newest fund bill with a movement tells, and by nothing else", async () => {
  const coverageOf = ({ merchantId }: TestMerchant) =>
    inMerchant(merchantId, (tx) => getPayoutCoverage(tx, { merchantId }));
  const before = await coverageOf(a);
  expect(before).toMatchObject({ balance: null, coverageBps: null });
  // Earned 100.00; two of 10.00 each are paid, one is still to be.
  expect(before.owedFen).toBe(8_000n);
  const bill = (on: string, kind: string, state: string, totals: object) =>
    asSuperuser((db) =>
      db.query(
        `insert into wechat_bill (merchant_id, kind, day, mch_id, state, totals, asked_at)
         values ($1, $2::bill_kind, $3::date, $4, $5::bill_state, $6, now())`,
        [a.merchantId, kind, on, a.wechat.mchId, state, totals],
      ),
    );
  await bill("2026-06-07", "fund_flow", "matched", { closingFen: "6000" });
  await bill("2026-06-06", "fund_flow", "matched", { closingFen: "9900" });
  await bill("2026-06-08", "fund_flow", "matched", {});
  await bill("2026-06-08", "trade", "failed", { closingFen: "1" });
  expect(await coverageOf(a)).toEqual({
    owedFen: 8_000n,
    balance: { fen: 6_000n, day: "2026-06-07" },
    coverageBps: 7_500,
  });
  expect(await coverageOf(b)).toEqual({ owedFen: 0n, balance: null, coverageBps: null });
});

test("the late ones are those that the on-time rate does not count as on time", async () => {
  const lateOf = ({ merchantId }: TestMerchant) =>
    inMerchant(merchantId, async (tx) => {
      const window = { merchantId, from: day(-30), until: now };
      return {
        rate: await getOnTimeRate(tx, window),
        late: (await listDuePayouts(tx, { ...window, list: "late", limit: 10 })).payouts,
        paid: (await listDuePayouts(tx, { ...window, list: "on_time", limit: 10 })).payouts,
      };
    });
  const { rate, late, paid } = await lateOf(a);
  expect(rate).toMatchObject({ due: 3, onTime: 1 });
  expect(late.map(({ state, dueAt }) => [state, dueAt])).toEqual([
    ["approved", day(-1)],
    ["paid", day(-8)],
  ]);
  expect(paid.map(({ dueAt }) => dueAt)).toEqual([day(-6)]);
  expect((await lateOf(b)).late).toEqual([]);
});

test("the list is narrowed by due date and cut into pages of the length that was asked for", async () => {
  const listed = async (filter: object, limit?: number) => {
    const asked = { ...payoutFilterSchema.parse(filter), now, ...(limit ? { limit } : {}) };
    const { merchantId } = a;
    return inMerchant(merchantId, (tx) => listPayouts(tx, merchantId, asked));
  };
  expect((await listed({ due: "overdue" })).payouts).toHaveLength(1);
  expect((await listed({ due: "today" })).payouts).toEqual([]);
  expect((await listed({ due: "week" })).payouts).toEqual([]);
  expect((await listed({ due: "not_due" })).payouts).toEqual([]);
  expect((await listed({ due: "1-3" })).payouts).toHaveLength(1);
  expect((await listed({ waitsFor: "shop" })).payouts).toEqual([]);
  const top = await listed({}, 3);
  expect(top.payouts).toHaveLength(3);
  expect((await listed({ cursor: top.nextCursor }, 3)).payouts).toHaveLength(1);
});

test("what waits for the shop's money at WeChat is counted, and listed where the count leads", async () => {
  const { merchantId } = a;
  const open = "state not in ('paid', 'failed', 'expired', 'cancelled', 'refused')";
  const say = (reason: string) =>
    asSuperuser((db) =>
      db.query(`update payout set fail_reason = $1 where merchant_id = $2 and ${open}`, [
        reason,
        merchantId,
      ]),
    );
  await say("merchant_balance");
  const { payouts } = await inMerchant(merchantId, (tx) =>
    listPayouts(tx, merchantId, { waitsFor: "shop", now }),
  );
  expect([payouts.length, (await attentionOf(a)).blocked]).toEqual([1, 1]);
  await say("");
  expect((await attentionOf(a)).blocked).toBe(0);
});

test("a distributor's account shows why payouts are frozen until they are released, to the own merchant only", async () => {
  const { distributorId } = a.level1;
  const staff = { merchantId: a.merchantId, staffId: a.ownerId };
  const accountOf = ({ merchantId }: TestMerchant) =>
    inMerchant(merchantId, (tx) => getDistributorAccount(tx, { merchantId, distributorId }));
  await freezePayouts(staff, { distributorId, reason: "核实中" }, now);
  expect(await accountOf(a)).toMatchObject({
    name: "a-level1",
    availableFen: 7_000n,
    inPayoutFen: 1_000n,
    payoutsFrozenReason: "核实中",
  });
  const foreign = { merchantId: b.merchantId, staffId: b.ownerId };
  expect(await releasePayouts(foreign, { distributorId, reason: "别家" }, now)).toMatchObject({
    ok: false,
  });
  await releasePayouts(staff, { distributorId, reason: "投诉不成立" }, now);
  expect(await accountOf(a)).toMatchObject({ payoutsFrozenAt: null });
  expect(await accountOf(b)).toBeNull();
  const [released] = await inMerchant(a.merchantId, (tx) =>
    tx.auditEntry.findMany({ where: { action: "payout.release" } }),
  );
  expect(released?.details).toEqual({ reason: "投诉不成立" });
});

test("commissions on their way are listed, frozen ones first, and let go with a reason on record", async () => {
  const { distributorId } = a.level1;
  const staff = { merchantId: a.merchantId, staffId: a.ownerId };
  const openOf = ({ merchantId }: TestMerchant) =>
    inMerchant(merchantId, (tx) =>
      listOpenCommissions(tx, { merchantId, distributorId, limit: 10 }),
    );
  for (const at of [day(-2), day(-1)]) {
    const friend = await addFriend(a, day(-3), a.level1.customerId);
    const [skuId] = a.skuIds;
    const order = await placeTestOrder(a, friend, [{ skuId, quantity: 1 }], at);
    await payTestOrder(a, order, at);
  }
  const [newest, older] = await openOf(a);
  await holdCommission(staff, { commissionId: older?.commissionId ?? "", reason: "重复下单" }, now);
  expect(await openOf(a)).toMatchObject([
    { commissionId: older?.commissionId, state: "held", heldReason: "重复下单" },
    { commissionId: newest?.commissionId, state: "pending", availableAt: null },
  ]);
  expect(await openOf(b)).toEqual([]);
  const commissionId = older?.commissionId ?? "";
  await releaseCommission(staff, { commissionId, reason: "已核实" }, now);
  expect((await openOf(a)).map(({ state }) => state)).toEqual(["pending", "pending"]);
  const released = await inMerchant(a.merchantId, (tx) =>
    tx.auditEntry.findFirst({ where: { action: "commission.release" } }),
  );
  expect(released?.details).toEqual({ reason: "已核实" });
});

test("every group and age of what is owed has a list of exactly what its figure counts", async () => {
  const { merchantId } = b;
  await addFreeFreight(b);
  for (const days of [-8, -7, -4, -3, -1, 0, 1, 7, 8]) {
    const friend = await addDistributor(b);
    await earn(b, friend, 1_000n, day(-30));
    const { from, to } = shanghaiDayRange(shanghaiDay(day(days)));
    const dueAt = days % 2 === 0 ? from : new Date(to.getTime() - 1);
    const asked = { distributorId: friend.distributorId, openId: "o-owed", grossFen: 100n, dueAt };
    await bookPayout(b, { ...asked, requestedAt: day(-20), end: null });
  }
  const counted = async (due: (typeof DUE_GROUPS)[number] | (typeof DUE_AGES)[number]) => {
    const filter = payoutFilterSchema.parse({ due });
    const page = await inMerchant(merchantId, (tx) =>
      listPayouts(tx, merchantId, { ...filter, now, limit: 50 }),
    );
    const grossFen = page.payouts.reduce((sum, one) => sum + one.grossFen, 0n);
    return { due, count: page.payouts.length, grossFen };
  };
  const open = await inMerchant(merchantId, (tx) => sumOpenPayouts(tx, { merchantId, now }));
  const groups = sumByDue(DUE_GROUPS, open.byDueDay, shanghaiDay(now));
  const ages = open.ageing.map(({ bucket, ...sum }) => ({ due: bucket, ...sum }));
  expect(groups.map(({ count }) => count)).toEqual([5, 1, 2, 1]);
  expect(ages.map(({ count }) => count)).toEqual([4, 2, 2, 1]);
  expect(await Promise.all(groups.map(({ due }) => counted(due)))).toEqual(groups);
  expect(await Promise.all(ages.map(({ due }) => counted(due)))).toEqual(ages);
});
