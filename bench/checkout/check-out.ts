import type { PlannedOrder } from "@/bench/checkout/plan-orders";
import type { BenchShop } from "@/bench/checkout/prepare-shop";
import { placeOrder } from "@/features/orders/commands/place-order";
import { receivePaymentNotification } from "@/features/payments/commands/receive-payment-notification";

/** One checkout as the product does it: placed by its command, paid by a verified notification. */
export async function checkOut(shop: BenchShop, order: PlannedOrder, now: Date): Promise<void> {
  await placePlanned(shop, order, now);
  await payPlanned(shop, order, now);
}

/** Places a planned order by the product's command. */
export async function placePlanned(
  { merchant }: BenchShop,
  order: PlannedOrder,
  now: Date,
): Promise<void> {
  const { merchantId } = merchant;
  const { buyer, skuId, unitPriceFen, random, idempotencyKey } = order;
  const placed = await placeOrder(
    { merchantId, customerId: buyer.customerId },
    {
      lines: [{ skuId, quantity: 1, seenUnitPriceFen: unitPriceFen }],
      addressId: buyer.addressId,
      note: "",
      idempotencyKey,
      seenPayableFen: unitPriceFen,
      fromCart: false,
    },
    { now, random },
  );
  if (!placed.ok) throw new Error(`not placed: ${placed.reason}`);
}

/** Pays a placed order by WeChat's notification: verified, decrypted, applied. */
export async function payPlanned(
  { merchant }: BenchShop,
  { rawBody, headers }: PlannedOrder,
  now: Date,
): Promise<void> {
  const { merchantId } = merchant;
  const paid = await receivePaymentNotification({ merchantId, rawBody, headers, now });
  if (!paid.ok || paid.outcome !== "applied") throw new Error(`not paid: ${JSON.stringify(paid)}`);
}
