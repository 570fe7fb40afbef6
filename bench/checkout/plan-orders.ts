import type { BenchBuyer, BenchShop } from "@/bench/checkout/prepare-shop";
import { newOrderNo } from "@/features/orders/commands/new-order-no";
import { newId } from "@/lib/ids/new-id";
import { type RandomBytes, secureRandom } from "@/lib/ids/random-code";
import { signNotification } from "@/wechat-sandbox/sign-notification";

/** An order that will be placed and paid: who buys what, and the bytes that WeChat will send. */
export type PlannedOrder = {
  buyer: BenchBuyer;
  skuId: string;
  unitPriceFen: bigint;
  orderNo: string;
  /** Draws exactly that order number. */
  random: RandomBytes;
  transactionId: string;
  eventId: string;
  idempotencyKey: string;
  rawBody: Uint8Array;
  headers: Headers;
};

const unitPricesFen = [9_900n, 12_800n, 19_900n] as const;

/**
 * Plans `count` orders and signs their notifications beforehand: what the measured process has to do
 * is to verify and decrypt, not to play WeChat. `firstIndex` keeps the numbers of plans apart.
 */
export function planOrders(
  shop: BenchShop,
  { count, firstIndex, now }: { count: number; firstIndex: number; now: Date },
): PlannedOrder[] {
  return Array.from({ length: count }, (_, offset) => planOrder(shop, firstIndex + offset, now));
}

function planOrder({ merchant, buyers }: BenchShop, index: number, now: Date): PlannedOrder {
  const buyer = buyers[index % buyers.length];
  const place = index % unitPricesFen.length;
  const skuId = merchant.skuIds[place];
  const unitPriceFen = unitPricesFen[place];
  if (!buyer || !skuId || unitPriceFen === undefined) throw new Error("the shop is not prepared");
  const digits = Uint8Array.from(index.toString().padStart(8, "0"), Number);
  const random: RandomBytes = (size) => (size === digits.length ? digits : secureRandom(size));
  const orderNo = newOrderNo({ now, random });
  const transactionId = `42000000${index.toString().padStart(20, "0")}`;
  const eventId = newId();
  const { appId, mchId } = merchant.wechatCredentials;
  const fen = Number(unitPriceFen);
  const signed = signNotification({
    account: merchant.wechat,
    nowSeconds: Math.floor(now.getTime() / 1000),
    random: (size) => secureRandom(size),
    id: eventId,
    resource: {
      appid: appId,
      mchid: mchId,
      out_trade_no: `${orderNo}01`,
      transaction_id: transactionId,
      trade_type: "JSAPI",
      trade_state: "SUCCESS",
      trade_state_desc: "支付成功",
      bank_type: "OTHERS",
      attach: "",
      success_time: `${now.toISOString().slice(0, 19)}+00:00`,
      payer: { openid: merchant.buyer.openId },
      amount: { total: fen, payer_total: fen, currency: "CNY", payer_currency: "CNY" },
    },
  });
  return {
    buyer,
    skuId,
    unitPriceFen,
    orderNo,
    random,
    transactionId,
    eventId,
    idempotencyKey: newId(),
    rawBody: Buffer.from(signed.body),
    headers: new Headers(signed.headers),
  };
}
