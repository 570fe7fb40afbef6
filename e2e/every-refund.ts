import { bookPayout } from "@/e2e/booked-payout";
import type { TestMerchant } from "@/e2e/database";
import { deliverTestOrder, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { endRefund, refundTestOrder, startRefund } from "@/e2e/refund-fixtures";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);

/**
 * Refunds in every state, and what they take back from the reserve, from what is available and as a
 * debt: level 1 has withdrawn everything before. For a shop whose rules and buyer stand already.
 */
export async function refundThrough(
  shop: TestMerchant,
  buyer: { customerId: string; addressId: string },
): Promise<void> {
  const { merchantId } = shop;
  const [skuId] = shop.skuIds;
  const paid = async () => {
    const order = await placeTestOrder(shop, buyer, [{ skuId, quantity: 2 }], day(0));
    await payTestOrder(shop, order, day(1));
    return order;
  };
  const unit = { lineNo: 1, quantity: 1, amountFen: 9_900n, restockQuantity: 1 };
  const matured = await paid();
  await deliverTestOrder(shop, matured, day(2));
  await settleDueCommissions(merchantId, { now: day(9), limit: 100 });
  const { distributorId, openId } = shop.level1;
  const { availableFen: grossFen } = await inMerchant(merchantId, (tx) =>
    getDistributorBalances(tx, { merchantId, distributorId }),
  );
  await bookPayout(shop, { distributorId, openId, grossFen, requestedAt: day(10), end: "paid" });
  await refundTestOrder(shop, matured, { lines: [unit] }, day(11));
  await refundTestOrder(shop, await paid(), { lines: [unit] }, day(3));
  const whole = { ...unit, quantity: 2, amountFen: 19_800n };
  await refundTestOrder(shop, await paid(), { lines: [whole] }, day(3));
  await startRefund(shop, await paid(), { lines: [unit] }, day(3));
  await endRefund(
    shop,
    await startRefund(shop, await paid(), { lines: [unit] }, day(3)),
    day(4),
    "CLOSED",
  );
}
