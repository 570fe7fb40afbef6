import { expect } from "vitest";
import type { TestMerchant } from "@/e2e/database";
import { reconcileThrough } from "@/e2e/every-bill";
import { payOutThrough } from "@/e2e/every-payout";
import { purchaseThrough } from "@/e2e/every-purchase";
import { refundThrough } from "@/e2e/every-refund";
import {
  addAddress,
  addFreeFreight,
  addRule,
  deliverTestOrder,
  paymentResult,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { addClick, addCustomer, addLink } from "@/e2e/share-fixtures";
import { sealAuditEntries } from "@/features/audit/commands/seal-audit-entries";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { cancelOrder } from "@/features/orders/commands/cancel-order";
import { applyPaymentResult } from "@/features/payments/commands/apply-payment-result";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);

/** Every state that an order, a commission and a payment can have, made by the real commands. */
export async function liveThrough(shop: TestMerchant): Promise<void> {
  const { merchantId } = shop;
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, day(-10));
  await addRule(shop, { level: 2, rateBps: 300 }, day(-10));
  const { customerId, visitorId } = await addCustomer(shop);
  const linkId = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(-1) });
  const buyer = await addAddress(shop, customerId);
  const [first, second, third] = shop.skuIds;
  const place = (skuId: string, quantity: number) =>
    placeTestOrder(shop, buyer, [{ skuId, quantity }], day(0));

  const received = await place(first, 2);
  await payTestOrder(shop, received, day(1));
  await deliverTestOrder(shop, received, day(2));
  await settleDueCommissions(merchantId, { now: day(9), limit: 10 });
  await payTestOrder(shop, await place(second, 1), day(1));
  await place(first, 1);
  const late = await place(third, 100);
  await cancelOrder({ merchantId, customerId }, late.orderNo, day(0));
  await payTestOrder(shop, await place(third, 100), day(1));
  const result = paymentResult(shop, late, day(1));
  const { outcome } = await applyPaymentResult(merchantId, result, day(1));
  expect(outcome).toBe("refunding");
  await refundThrough(shop, buyer);
  await purchaseThrough(shop);
  await reconcileThrough(shop);
  await payOutThrough(shop);
  await sealAuditEntries(merchantId);
}
