import { beforeAll, beforeEach, expect, test } from "vitest";
import type { TestOrder } from "@/e2e/order-fixtures";
import { payoutsForFile } from "@/e2e/payout-sandbox";
import { faultSchema } from "@/wechat-sandbox/schemas/fault";

const { a, wechat, clock, pass, billOf } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const fixtures = await import("@/e2e/payout-fixtures");
const { addStaff, earn, giveAccount, mustWithdraw, payoutRow, withdraw } = fixtures;
const { addDistributor } = await import("@/e2e/share-fixtures");
const { refundTestOrder } = await import("@/e2e/refund-fixtures");
const { advancePayouts } = await import("@/features/payouts/commands/advance-payouts");
const { exportBankPayouts } = await import("@/features/payouts/commands/export-bank-payouts");
const { getDistributorBalances } = await import(
  "@/features/ledger/queries/get-distributor-balances"
);
const { inMerchant } = await import("@/lib/db/in-merchant");

const { merchantId, level1 } = a;
const { distributorId } = level1;
let order: TestOrder;

beforeAll(async () => {
  await addFreeFreight(a);
  await giveAccount(a, level1, clock.now);
});
beforeEach(async () => {
  pass(86_400_000);
  order = await earn(a, level1, 10_000n, clock.now);
});

const advance = () => advancePayouts(merchantId, { now: clock.now, limit: 10 });
const balances = () =>
  inMerchant(merchantId, (tx) => getDistributorBalances(tx, { merchantId, distributorId }));
const refundAll = () =>
  refundTestOrder(
    a,
    order,
    { lines: [{ lineNo: 1, quantity: 1, amountFen: 100_000n }] },
    clock.now,
  );

test("a refund before it is sent makes a debt: it is cancelled, and what it held pays the debt", async () => {
  const payoutNo = await mustWithdraw(a, level1, 10_000n, clock.now);
  await refundAll();
  expect(await balances()).toMatchObject({ debtFen: 10_000n, inPayoutFen: 10_000n });
  pass(1_000);
  await advance();
  const row = await payoutRow(a, payoutNo);
  expect(row).toMatchObject({ state: "cancelled", failReason: "in_debt", sentAt: null });
  expect(billOf(payoutNo)).toBeNull();
  expect(await balances()).toMatchObject({ availableFen: 0n, inPayoutFen: 0n, debtFen: 0n });
});

test("a refund while nobody knows whether it arrived: it is not sent again, and given back a minute later", async () => {
  const lost = { endpoint: "transfer", kind: "reset_before" };
  wechat.sandbox.faults.add(faultSchema.parse(lost));
  const payoutNo = await mustWithdraw(a, level1, 10_000n, clock.now);
  await advance();
  await refundAll();
  for (const ms of [5_000, 1_000, 61_000]) {
    pass(ms);
    await advance();
  }
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "cancelled", failReason: "in_debt" });
  expect(billOf(payoutNo)).toBeNull();
  expect(await balances()).toMatchObject({ availableFen: 0n, inPayoutFen: 0n, debtFen: 0n });
});

test("while in debt nothing can be asked for", async () => {
  const payoutNo = await mustWithdraw(a, level1, 10_000n, clock.now);
  await advance();
  await refundAll();
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "awaiting_confirmation" });
  expect((await balances()).debtFen).toBe(10_000n);
  expect(await withdraw(a, level1, 100n, clock.now)).toMatchObject({ reason: "payout_open" });
  const sandboxUser = level1.sandboxUserId;
  const { confirmTransfer } = await import("@/wechat-sandbox/transfers/confirm-transfer");
  confirmTransfer(wechat.sandbox, billOf(payoutNo)?.package_info ?? "", sandboxUser);
  pass(61_000);
  await advance();
  expect(await withdraw(a, level1, 100n, clock.now)).toMatchObject({
    reason: "in_debt",
    debtFen: 10_000n,
  });
});

test("by bank a refund before the file is made ends it as well, and what it held pays the debt", async () => {
  const other = await addDistributor(a);
  const sold = await earn(a, other, 10_000n, clock.now);
  await giveAccount(a, other, clock.now, { bank: true, serial: 2 });
  const payoutNo = await mustWithdraw(a, other, 10_000n, clock.now, "bank");
  const everything = { lines: [{ lineNo: 1, quantity: 1, amountFen: 100_000n }] };
  await refundTestOrder(a, sold, everything, clock.now);
  const staff = await addStaff(a, clock.now);
  expect(await exportBankPayouts(staff, "new", clock.now)).toEqual({
    ok: false,
    reason: "nothing",
  });
  const row = await payoutRow(a, payoutNo);
  expect(row).toMatchObject({ state: "cancelled", failReason: "in_debt", sentAt: null });
  const left = await inMerchant(merchantId, (tx) =>
    getDistributorBalances(tx, { merchantId, distributorId: other.distributorId }),
  );
  expect(left).toMatchObject({ availableFen: 0n, inPayoutFen: 0n, debtFen: 0n });
});
