import { saveAddress } from "@/features/addresses/commands/save-address";
import { addToCart } from "@/features/carts/commands/add-to-cart";
import { cancelOrder } from "@/features/orders/commands/cancel-order";
import { confirmReceipt } from "@/features/orders/commands/confirm-receipt";
import { placeOrder } from "@/features/orders/commands/place-order";
import { quoteOrder } from "@/features/orders/queries/quote-order";
import { receivePaymentNotification } from "@/features/payments/commands/receive-payment-notification";
import { inMerchant } from "@/lib/db/in-merchant";
import type { Deed } from "@/prisma/seed/history/deed";
import { remembered, type Stage } from "@/prisma/seed/history/stage";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { buildPaymentResource } from "@/wechat-sandbox/build-resource";
import { seededRandom } from "@/wechat-sandbox/crypto/seeded-random";
import { newTransactionId } from "@/wechat-sandbox/ids";
import { openidFor } from "@/wechat-sandbox/openid";
import { signNotification } from "@/wechat-sandbox/sign-notification";

export type NewAddress = {
  receiverName: string;
  phone: string;
  regionCode: string;
  detail: string;
};
export type WantedLine = { skuId: string; quantity: number; unitPriceFen: bigint };
export type WantedOrder = {
  /** The order's name in the plan. */
  name: string;
  lines: readonly WantedLine[];
  note: string;
  fromCart: boolean;
};

export function addAddress(atMs: number, person: string, address: NewAddress): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      const input = { ...address, isDefault: false };
      const { addressId } = expectOk(await saveAddress(scope, input, null, now));
      stage.addressIds.set(person, addressId);
    },
  };
}

export function fillCart(atMs: number, person: string, lines: readonly WantedLine[]): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      for (const { skuId, quantity, unitPriceFen } of lines) {
        const item = { skuId, quantity, seenUnitPriceFen: unitPriceFen };
        expectOk(await addToCart(scope, item, now));
      }
    },
  };
}

/** Looks at the checkout page and places the order at what it says. */
export function buy(atMs: number, person: string, order: WantedOrder): Deed {
  const { name, note, fromCart } = order;
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      const { merchantId, customerId } = scope;
      const addressId = remembered(stage.addressIds, person);
      const lines = order.lines.map(({ skuId, quantity }) => ({ skuId, quantity }));
      const quote = expectOk(
        await inMerchant(merchantId, (tx) =>
          quoteOrder(tx, { merchantId, customerId, addressId, lines }),
        ),
      );
      if (quote.payableFen === null) throw new Error(`no freight for ${name}: ${quote.fault}`);
      const placed = expectOk(
        await placeOrder(
          scope,
          {
            lines: quote.lines.map(({ skuId, quantity, unitPriceFen }) => ({
              skuId,
              quantity,
              seenUnitPriceFen: unitPriceFen,
            })),
            addressId,
            note,
            idempotencyKey: `seed-${name}`.padEnd(16, "-"),
            seenPayableFen: quote.payableFen,
            fromCart,
          },
          { now, random: seededRandom(`${stage.seed}:${name}`) },
        ),
      );
      const { orderNo, payableFen } = placed;
      stage.orders.set(name, { orderNo, payableFen, payer: person });
    },
  };
}

/** WeChat Pay reports the payment: signed and encrypted by its side, verified and decrypted by ours. */
export function pay(atMs: number, person: string, orderName: string): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { merchantId } = stage.shop;
      const { body, headers } = notify(stage, orderName, atMs);
      const received = expectOk(
        await receivePaymentNotification({
          merchantId,
          rawBody: Buffer.from(body),
          headers: new Headers(headers),
          now,
        }),
      );
      if (received.outcome !== "applied") {
        throw new Error(`the payment of ${orderName} was not applied: ${received.outcome}`);
      }
    },
  };
}

/** The payment enters WeChat's books, and is reported. */
function notify(stage: Stage, orderName: string, atMs: number) {
  const { appId, mchId, name } = stage.shop.wechat;
  const { orderNo, payableFen, payer } = remembered(stage.orders, orderName);
  const random = seededRandom(`${stage.seed}:payment:${orderName}`);
  const resource = buildPaymentResource({
    appId,
    mchId,
    outTradeNo: `${orderNo}01`,
    transactionId: newTransactionId(random, atMs),
    openid: openidFor(appId, payer),
    totalFen: Number(payableFen),
    paidAtMs: atMs,
  });
  const payment = {
    mch_id: mchId,
    out_trade_no: resource.out_trade_no,
    transaction_id: resource.transaction_id,
    openid: resource.payer.openid,
    total: resource.amount.total,
    paid_at: atMs,
    description: `${name} ${orderNo}`,
  };
  stage.wechat.record({ payments: [payment] });
  return signNotification({
    account: stage.shop.wechat,
    resource,
    nowSeconds: Math.floor(atMs / 1000),
    random,
  });
}

export function cancel(atMs: number, person: string, orderName: string): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      expectOk(await cancelOrder(scope, remembered(stage.orders, orderName).orderNo, now));
    },
  };
}

export function receive(atMs: number, person: string, orderName: string): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      expectOk(await confirmReceipt(scope, remembered(stage.orders, orderName).orderNo, now));
    },
  };
}
