import { adjustSkuStock } from "@/features/catalogue/commands/adjust-sku-stock";
import { shipOrder } from "@/features/orders/commands/ship-order";
import type { Deed } from "@/prisma/seed/history/deed";
import { remembered } from "@/prisma/seed/history/stage";
import type { DemoRule } from "@/prisma/seed/shops/demo-shop";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { setRules } from "@/prisma/seed/shops/set-rules";

/** The warehouse hands an order to the carrier. `person` is the buyer. */
export function ship(
  atMs: number,
  person: string,
  parcel: { orderName: string; carrier: string; trackingNo: string },
): Deed {
  const { orderName, carrier, trackingNo } = parcel;
  return {
    atMs,
    keys: [person],
    act: async ({ shop, orders }, now) => {
      const { orderNo } = remembered(orders, orderName);
      const warehouse = { merchantId: shop.merchantId, staffId: shop.staffIds.warehouse };
      expectOk(await shipOrder(warehouse, { orderNo, carrier, trackingNo }, now));
    },
  };
}

/** The warehouse writes goods off: everybody else waits for a moment. */
export function changeStock(
  atMs: number,
  change: { skuId: string; delta: number; note: string },
): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async ({ shop }, now) => {
      const warehouse = { merchantId: shop.merchantId, staffId: shop.staffIds.warehouse };
      expectOk(await adjustSkuStock(warehouse, change, now));
    },
  };
}

/** The owner changes what is paid from now on; orders placed before keep their rule's version. */
export function changeRules(atMs: number, rules: readonly DemoRule[]): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: ({ shop }, now) => setRules(shop, rules, now),
  };
}
