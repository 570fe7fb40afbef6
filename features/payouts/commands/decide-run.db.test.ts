import { beforeAll, expect, test } from "vitest";
import { payoutsForFile } from "@/e2e/payout-sandbox";

const { a, b, clock, pass } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const { addDistributor } = await import("@/e2e/share-fixtures");
const fixtures = await import("@/e2e/payout-fixtures");
const { addStaff, earn, giveAccount, mustWithdraw, payoutRow } = fixtures;
const { cancelPayout } = await import("@/features/payouts/commands/cancel-payout");
const { decideRun } = await import("@/features/payouts/commands/decide-run");
const { proposeRun } = await import("@/features/payouts/commands/propose-run");
const { refusePayout } = await import("@/features/payouts/commands/refuse-payout");
const { exportBankPayouts } = await import("@/features/payouts/commands/export-bank-payouts");
const { markBankPaid } = await import("@/features/payouts/commands/mark-bank-paid");
const { failBankPayout } = await import("@/features/payouts/commands/fail-bank-payout");
const { getRun } = await import("@/features/payouts/queries/get-run");
const { getPayout } = await import("@/features/payouts/queries/get-payout");
const { listPayouts } = await import("@/features/payouts/queries/list-payouts");
const { summarizeObligations } = await import("@/features/payouts/queries/summarize-obligations");
const { getOnTimeRate } = await import("@/features/payouts/queries/get-on-time-rate");
const { inMerchant } = await import("@/lib/db/in-merchant");
const { secureRandom } = await import("@/lib/ids/random-code");

const { merchantId } = a;
const aboveFen = 60_000n;
type Person = { customerId: string; distributorId: string };
let people: Person[];

beforeAll(async () => {
  await addFreeFreight(a);
  people = [];
  for (const serial of [1, 2]) {
    const person = await addDistributor(a);
    await earn(a, person, 300_000n, clock.now);
    await giveAccount(a, person, clock.now, { serial, bank: true });
    people.push(person);
  }
});

const at = () => ({ now: clock.now, random: secureRandom });
const person = (index: number): Person => people[index] ?? a.level1;

/** Withdrawals above the limit, of the given people. */
async function waiting(...who: number[]) {
  const rows: Awaited<ReturnType<typeof payoutRow>>[] = [];
  for (const index of who) {
    const payoutNo = await mustWithdraw(a, person(index), aboveFen, clock.now, "bank");
    rows.push(await payoutRow(a, payoutNo));
  }
  return rows;
}
const propose = async (payoutIds: string[], seenTotalFen: bigint) =>
  proposeRun(await addStaff(a, clock.now), { payoutIds, seenTotalFen }, at());
const cancel = (index: number, payoutNo: string) =>
  cancelPayout({ merchantId, customerId: person(index).customerId }, payoutNo, clock.now);

test("above the limit one proposes and another one decides, with the password given again", async () => {
  const payouts = await waiting(0, 1);
  expect(payouts.map(({ state }) => state)).toEqual(["awaiting_approval", "awaiting_approval"]);
  const payoutIds = payouts.map(({ id }) => id);
  expect(await propose(payoutIds, aboveFen)).toEqual({ ok: false, reason: "changed" });
  const asleep = await addStaff(a, clock.now, false);
  const whole = { payoutIds, seenTotalFen: 2n * aboveFen };
  expect(await proposeRun(asleep, whole, at())).toMatchObject({ reason: "step_up_needed" });
  const proposer = await addStaff(a, clock.now);
  const proposed = await proposeRun(proposer, whole, at());
  if (!proposed.ok) throw new Error(proposed.reason);
  const { runId } = proposed;
  expect(await propose(payoutIds, 2n * aboveFen)).toEqual({ ok: false, reason: "changed" });
  const decision = { runId, decision: "approve", reason: "", seenTotalFen: 2n * aboveFen } as const;
  expect(await decideRun(proposer, decision, clock.now)).toMatchObject({ reason: "same_person" });
  expect(await decideRun(asleep, decision, clock.now)).toMatchObject({ reason: "step_up_needed" });
  const stale = await addStaff(a, new Date(clock.now.getTime() - 300_000));
  expect(await decideRun(stale, decision, clock.now)).toMatchObject({ reason: "step_up_needed" });
  const foreign = await addStaff(b, clock.now);
  expect(await decideRun(foreign, decision, clock.now)).toMatchObject({ reason: "not_found" });

  await cancel(1, payouts[1]?.payoutNo ?? "");
  const decider = await addStaff(a, clock.now);
  expect(await decideRun(decider, decision, clock.now)).toMatchObject({ reason: "changed" });
  const run = await inMerchant(merchantId, (tx) => getRun(tx, { merchantId, runId }));
  expect(run).toMatchObject({ waitingFen: aboveFen, waitingCount: 1, payoutCount: 2 });
  const seen = { ...decision, seenTotalFen: aboveFen };
  const tabs = await Promise.all([
    decideRun(decider, seen, clock.now),
    decideRun(decider, seen, clock.now),
    decideRun(await addStaff(a, clock.now), { ...seen, decision: "refuse" }, clock.now),
  ]);
  expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
  expect(tabs.filter((tab) => !tab.ok && tab.reason === "decided_already")).toHaveLength(2);
});

test("a refused run leaves its withdrawals waiting for another one", async () => {
  const open = await inMerchant(merchantId, (tx) =>
    listPayouts(tx, merchantId, { state: "open", now: clock.now }),
  );
  for (const { payoutId } of open.payouts) {
    const staff = { merchantId, staffId: a.ownerId };
    await refusePayout(staff, { payoutId, reason: "重新来过" }, clock.now);
  }
  pass(86_400_000);
  const [payout] = await waiting(0);
  const ids = [payout?.id ?? ""];
  const first = await propose(ids, aboveFen);
  if (!first.ok) throw new Error(first.reason);
  const refuse = { decision: "refuse", reason: "请补充材料", seenTotalFen: aboveFen } as const;
  const decider = await addStaff(a, clock.now);
  expect(await decideRun(decider, { runId: first.runId, ...refuse }, clock.now)).toEqual({
    ok: true,
  });
  expect(await payoutRow(a, payout?.payoutNo ?? "")).toMatchObject({ state: "awaiting_approval" });
  expect(await propose(ids, aboveFen)).toMatchObject({ ok: true });
  const staff = { merchantId, staffId: a.ownerId };
  await refusePayout(staff, { payoutId: ids[0] ?? "", reason: "资料不全" }, clock.now);
  expect(
    await inMerchant(merchantId, (tx) => getPayout(tx, { merchantId, payoutId: ids[0] ?? "" })),
  ).toMatchObject({ state: "refused", trouble: "refused_by_merchant", note: "资料不全" });
});

test("by bank: exported once, paid when two people say the same, or failed and free again", async () => {
  pass(86_400_000);
  const payoutNo = await mustWithdraw(a, person(0), 10_000n, clock.now, "bank");
  const { id: payoutId } = await payoutRow(a, payoutNo);
  const first = await addStaff(a, clock.now);
  const second = await addStaff(a, clock.now);
  const asleep = await addStaff(a, clock.now, false);
  expect(await exportBankPayouts(asleep, "new", clock.now)).toMatchObject({
    reason: "step_up_needed",
  });
  const exported = await exportBankPayouts(first, "new", clock.now);
  expect(exported).toMatchObject({
    ok: true,
    rows: [{ payoutNo, realName: "张三", bankCard: "6225880000000001" }],
  });
  expect(await exportBankPayouts(first, "new", clock.now)).toMatchObject({ reason: "nothing" });
  expect(await exportBankPayouts(first, "again", clock.now)).toMatchObject({ ok: true });
  expect(await cancel(0, payoutNo)).toMatchObject({ reason: "too_late" });
  const said = { payoutId, bankReference: "ICBC0001" };
  expect(await markBankPaid(asleep, said, clock.now)).toMatchObject({ reason: "step_up_needed" });
  expect(await markBankPaid(first, said, clock.now)).toEqual({ ok: true, state: "marked" });
  expect(await markBankPaid(first, said, clock.now)).toMatchObject({ reason: "same_person" });
  const other = { ...said, bankReference: "ICBC0002" };
  expect(await markBankPaid(second, other, clock.now)).toMatchObject({
    reason: "reference_differs",
  });
  const both = await Promise.all([
    markBankPaid(second, said, clock.now),
    markBankPaid(second, said, clock.now),
  ]);
  expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, state: "paid" }]);

  pass(86_400_000);
  const bounced = await mustWithdraw(a, person(1), 10_000n, clock.now, "bank");
  const third = await addStaff(a, clock.now);
  await exportBankPayouts(third, "new", clock.now);
  const failed = { payoutId: (await payoutRow(a, bounced)).id, reason: "户名不符" };
  expect(await failBankPayout(asleep, failed, clock.now)).toMatchObject({
    reason: "step_up_needed",
  });
  expect(await failBankPayout(third, failed, clock.now)).toEqual({ ok: true });
  expect(await payoutRow(a, bounced)).toMatchObject({ state: "failed" });
});

test("the desk sees what is owed, how old it is, and how reliably it was paid", async () => {
  pass(86_400_000);
  await mustWithdraw(a, person(0), 10_000n, clock.now, "bank");
  pass(6 * 86_400_000);
  const { now } = clock;
  const sums = await inMerchant(merchantId, (tx) => summarizeObligations(tx, { merchantId, now }));
  expect(sums.byState).toEqual([{ state: "approved", count: 1, grossFen: 10_000n }]);
  expect(sums.ageing.map(({ count }) => count)).toEqual([0, 1, 0, 0]);
  const overdue = await inMerchant(merchantId, (tx) =>
    listPayouts(tx, merchantId, { due: "overdue", now }),
  );
  expect(overdue.payouts).toHaveLength(1);
  const from = new Date(now.getTime() - 30 * 86_400_000);
  const rate = await inMerchant(merchantId, (tx) =>
    getOnTimeRate(tx, { merchantId, from, until: now }),
  );
  // One paid, one still waiting past its date, and two that the shop refused; the bank's is the payee's.
  expect(rate).toMatchObject({ due: 4, onTime: 1, rateBps: 2_500 });
});
