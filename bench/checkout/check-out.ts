import type { PlannedOrder } from "@/bench/checkout/plan-orders";
import type { BenchShop } from "@/bench/checkout/prepare-shop";
import { placeOrder } from "@/features/orders/commands/place-order";
import { receivePaymentNotification } from "@/features/payments/commands/receive-payment-notification";

/** One checkout as the product does it: placed by its command, paid by a verified notification. */
export async function checkOut(
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
  const { rawBody, headers } = order;
  const paid = await receivePaymentNotification({ merchantId, rawBody, headers, now });
  if (!paid.ok || paid.outcome !== "applied") throw new Error(`not paid: ${JSON.stringify(paid)}`);
}
