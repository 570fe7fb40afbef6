import { shipOrder } from "@/features/orders/commands/ship-order";
import { adjustStock } from "@/features/stock/commands/adjust-stock";
import { inMerchant } from "@/lib/db/in-merchant";
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

export type StockChange = {
  skuId: string;
  delta: number;
  reason: "opening" | "adjusted";
  note: string;
};

/** The warehouse counts, or takes new goods in. */
export function changeStock(atMs: number, changes: readonly StockChange[]): Deed {
  return {
    atMs,
    keys: ["warehouse"],
    alone: true,
    act: async ({ shop }, now) => {
      const { merchantId, staffIds } = shop;
      const actor = { kind: "staff" as const, id: staffIds.warehouse };
      await inMerchant(
        merchantId,
        async (tx) => {
          for (const change of changes) {
            expectOk(await adjustStock(tx, { ...change, merchantId, actor, now }));
          }
        },
        { timeoutMs: 60_000 },
      );
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
