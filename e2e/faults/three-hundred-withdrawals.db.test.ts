import { beforeAll, expect, test } from "vitest";
import { faultSize } from "@/e2e/faults/fault-size";
import { payoutsForFile } from "@/e2e/payout-sandbox";

const { a, clock } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const { earn, giveAccount, payoutRow, withdraw } = await import("@/e2e/payout-fixtures");
const { transferReport } = await import("@/e2e/model/money-world");
const { applyTransferResult } = await import("@/features/payouts/commands/apply-transfer-result");
const { claimPayouts } = await import("@/features/payouts/commands/claim-payouts");
const { getDistributorBalances } = await import(
  "@/features/ledger/queries/get-distributor-balances"
);
const { inMerchant } = await import("@/lib/db/in-merchant");

const { requests, inFlight } = faultSize({
  small: { requests: 60, inFlight: 12 },
  full: { requests: 300, inFlight: 60 },
});
const { merchantId } = a;
const { distributorId } = a.level1;

beforeAll(async () => {
  await addFreeFreight(a);
  await earn(a, a.level1, 1_000n, clock.now);
  await giveAccount(a, a.level1, new Date(clock.now.getTime() - 3 * 86_400_000));
});

/** WeChat pays what was granted at once, so that the next one may be asked for. */
async function pay(payoutNo: string): Promise<void> {
  await claimPayouts(merchantId, { now: clock.now, limit: 10 });
  const report = transferReport(await payoutRow(a, payoutNo), "SUCCESS", "", clock.now);
  const { outcome } = await applyTransferResult(merchantId, report, clock.now);
  if (outcome !== "applied") throw new Error(outcome);
}

test(`${requests} withdrawals of 1 yuan on a balance of 10, ${inFlight} at once: exactly 10 are paid`, async () => {
  const reasons = new Map<string, number>();
  let left = requests;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const asked = await withdraw(a, a.level1, 100n, clock.now);
      const reason = asked.ok ? "granted" : asked.reason;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      if (asked.ok) await pay(asked.payoutNo);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  // Those who came last, one after the other: whatever is left is refused.
  for (let again = 0; again < 12; again += 1) {
    const asked = await withdraw(a, a.level1, 100n, clock.now);
    if (!asked.ok) break;
    reasons.set("granted", (reasons.get("granted") ?? 0) + 1);
    await pay(asked.payoutNo);
  }
  expect(reasons.get("granted")).toBe(10);
  const balances = await inMerchant(merchantId, (tx) =>
    getDistributorBalances(tx, { merchantId, distributorId }),
  );
  expect(balances).toMatchObject({ availableFen: 0n, inPayoutFen: 0n, debtFen: 0n });
});
