import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import { payoutsForFile } from "@/e2e/payout-sandbox";
import { type Fault, faultSchema } from "@/wechat-sandbox/schemas/fault";
import { listOperatingBetween } from "@/wechat-sandbox/store/operating-book";
import { listTransfers } from "@/wechat-sandbox/store/transfers";

const { a, wechat, clock, pass, billOf } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const fixtures = await import("@/e2e/payout-fixtures");
const { earn, giveAccount, mustWithdraw, payoutRow } = fixtures;
const { advancePayouts } = await import("@/features/payouts/commands/advance-payouts");
const { applyTransferResult } = await import("@/features/payouts/commands/apply-transfer-result");
const { cancelPayout } = await import("@/features/payouts/commands/cancel-payout");
const { claimPayouts } = await import("@/features/payouts/commands/claim-payouts");
const { toTransferResult } = await import("@/features/payouts/queries/to-transfer-result");

const person = a.level1;
const { merchantId } = a;
const { customerId } = person;

beforeAll(async () => {
  await addFreeFreight(a);
  await earn(a, person, 100_000n, clock.now);
  await giveAccount(a, person, clock.now);
});
beforeEach(() => {
  wechat.sandbox.faults.clear();
  pass(86_400_000);
});

const advance = () => advancePayouts(merchantId, { now: clock.now, limit: 50 });
const plan = (fault: Partial<Fault>) => wechat.sandbox.faults.add(faultSchema.parse(fault));
/** How often money was set aside for a number in WeChat's own books. */
const timesPaid = (payoutNo: string) =>
  listOperatingBetween(wechat.sandbox.db, a.wechat.mchId, 0, Number.MAX_SAFE_INTEGER).filter(
    (entry) => entry.kind === "transfer" && entry.out_bill_no === payoutNo,
  ).length;

/** As if WeChat had told that it was paid: the way is free for the next one. */
async function pay(payoutNo: string): Promise<void> {
  const { transferBillNo, netFen, openId, mchId } = await payoutRow(a, payoutNo);
  const answer = {
    mchId,
    outBillNo: payoutNo,
    transferBillNo: transferBillNo ?? "",
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

test.each<[string, Partial<Fault>]>([
  ["reset before it arrived", { kind: "reset_before" }],
  ["reset after it was done", { kind: "reset_after" }],
  ["a cut body", { kind: "truncated_body" }],
  ["a changed body", { kind: "corrupt_body" }],
  ["a wrong signature", { kind: "corrupt_signature" }],
  ["500", { kind: "server_error" }],
  ["502", { kind: "server_error", status: 502 }],
  ["an unknown code", { kind: "error_code", status: 400, code: "NEVER_HEARD_OF" }],
  ["too many requests", { kind: "error_code", status: 429, code: "FREQUENCY_LIMITED" }],
  ["no permission yet", { kind: "error_code", status: 403, code: "NO_AUTH" }],
])(
  "the answer to sending is lost (%s): the same number once, and it goes on within two minutes",
  async (_name, fault) => {
    plan({ endpoint: "transfer", ...fault });
    const payoutNo = await mustWithdraw(a, person, 200n, clock.now);
    await advance();
    expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "sending" });
    const known = listTransfers(wechat.sandbox.db, 100).length;
    for (let minute = 0; minute < 2; minute += 1) {
      pass(60_000);
      await advance();
    }
    const row = await payoutRow(a, payoutNo);
    expect(row.state).toBe("awaiting_confirmation");
    expect(row.packageInfo).toBe(billOf(payoutNo)?.package_info);
    expect(timesPaid(payoutNo)).toBe(1);
    expect(listTransfers(wechat.sandbox.db, 100).length - known).toBeLessThanOrEqual(1);
    await pay(payoutNo);
  },
);

test("no answer for longer than we wait: still one transfer", async () => {
  plan({ endpoint: "transfer", kind: "timeout" });
  const payoutNo = await mustWithdraw(a, person, 200n, clock.now);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "sending", failReason: "no_answer" });
  pass(5_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
  expect(timesPaid(payoutNo)).toBe(1);
  await pay(payoutNo);
}, 30_000);

test("a request that WeChat works on only after we gave up, asked and sent again: still one transfer", async () => {
  const delayMs = 12_000;
  plan({ endpoint: "transfer", kind: "latency", delayMs });
  const payoutNo = await mustWithdraw(a, person, 200n, clock.now);
  const known = listTransfers(wechat.sandbox.db, 100).length;
  const sentAtMs = performance.now();
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "sending", failReason: "no_answer" });
  // WeChat does not know the number yet: the same one goes out a second time and arrives first.
  pass(5_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
  await pause(sentAtMs + delayMs + 500 - performance.now());
  pass(60_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
  expect(listTransfers(wechat.sandbox.db, 100).length - known).toBe(1);
  expect(timesPaid(payoutNo)).toBe(1);
  await pay(payoutNo);
}, 40_000);

test("a query that says nothing decides nothing", async () => {
  plan({ endpoint: "transfer", kind: "reset_after" });
  plan({ endpoint: "query_transfer", kind: "server_error", times: 3 });
  const payoutNo = await mustWithdraw(a, person, 200n, clock.now);
  for (let round = 0; round < 5; round += 1) {
    await advance();
    pass(61_000);
  }
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
  expect(timesPaid(payoutNo)).toBe(1);
  await pay(payoutNo);
});

test("killed between storing and sending, another worker sends the stored number within two minutes", async () => {
  const payoutNo = await mustWithdraw(a, person, 200n, clock.now);
  const [claimed] = await claimPayouts(merchantId, { now: clock.now, limit: 10 });
  expect(claimed).toMatchObject({ payoutNo, state: "sending", isFirstSend: true });
  pass(30_000);
  expect(await advance()).toEqual({ advanced: 0 });
  expect(billOf(payoutNo)).toBeNull();
  pass(31_000);
  expect(await advance()).toEqual({ advanced: 1 });
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
  expect(timesPaid(payoutNo)).toBe(1);
  await pay(payoutNo);
});

test("ten workers at once send each withdrawal once", async () => {
  const payoutNo = await mustWithdraw(a, person, 200n, clock.now);
  const taken = await Promise.all(Array.from({ length: 10 }, advance));
  expect(taken.map(({ advanced }) => advanced).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(timesPaid(payoutNo)).toBe(1);
  await pay(payoutNo);
});

test("taken back while nobody knows whether it was sent: given back only when WeChat has had time to know it", async () => {
  plan({ endpoint: "transfer", kind: "reset_before" });
  const payoutNo = await mustWithdraw(a, person, 200n, clock.now);
  await advance();
  await cancelPayout({ merchantId, customerId }, payoutNo, clock.now);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "cancelling" });
  pass(59_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "cancelling" });
  pass(2_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "cancelled" });
  expect(billOf(payoutNo)).toBeNull();
});

test("a refusal that is meant ends it, and the amount is free again", async () => {
  const sql = "update wechat_identity set open_id = 'o-of-another-account' where customer_id = $1";
  await asSuperuser((db) => db.query(sql, [customerId]));
  const payoutNo = await mustWithdraw(a, person, 200n, clock.now);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ failReason: "refused_parameters" });
  pass(61_000);
  await advance();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "failed" });
  expect(billOf(payoutNo)).toBeNull();
});
