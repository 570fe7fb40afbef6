import { createHash } from "node:crypto";
import type { Fen } from "@/domain/money/fen";
import type { TestMerchant } from "@/e2e/database";
import { addClick, addCustomer, addLink } from "@/e2e/share-fixtures";
import { saveCommissionRule } from "@/features/commissions/commands/save-commission-rule";
import { commissionRuleInput } from "@/features/commissions/schema";
import { confirmReceipt } from "@/features/orders/commands/confirm-receipt";
import { placeOrder } from "@/features/orders/commands/place-order";
import { shipOrder } from "@/features/orders/commands/ship-order";
import { applyPaymentResult } from "@/features/payments/commands/apply-payment-result";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";

type Buyer = { customerId: string; addressId: string };
export type TestOrder = {
  orderId: string;
  orderNo: string;
  outTradeNo: string;
  payableFen: bigint;
  customerId: string;
};

/** Everything travels free in the tests, so that an order's amount is that of its goods. */
export async function addFreeFreight(merchant: TestMerchant): Promise<void> {
  return addFreight(merchant, 0n);
}

/** Every order pays the same freight, anywhere. */
export async function addFreight({ merchantId }: TestMerchant, freightFen: Fen): Promise<void> {
  const firstFen = freightFen.toString();
  await inMerchant(merchantId, (tx) =>
    tx.freightTemplate.create({
      data: {
        merchantId,
        id: newId(),
        name: `Freight ${firstFen}`,
        isDefault: true,
        rules: [
          { provinces: "default", firstQuantity: 1, firstFen, nextQuantity: 0, nextFen: "0" },
        ],
      },
    }),
  );
}

/** Saves a rule through the command; throws when it is refused. @returns its id */
export async function addRule(
  { merchantId, ownerId }: TestMerchant,
  rule: {
    scope?: "sku" | "product" | "category" | "grade" | "merchant";
    scopeId?: string;
    level: 1 | 2;
    rateBps?: number;
    fixedFenPerUnit?: bigint;
    enabled?: boolean;
  },
  now: Date,
): Promise<string> {
  const input = commissionRuleInput.parse({ scope: "merchant", scopeId: null, ...rule });
  const saved = await saveCommissionRule({ merchantId, staffId: ownerId }, input, now);
  if (!saved.ok) throw new Error(`rule refused: ${saved.reason}`);
  return saved.ruleId;
}

/** A further address, for a customer who buys. */
export async function addAddress({ merchantId }: TestMerchant, customerId: string): Promise<Buyer> {
  const addressId = newId();
  await inMerchant(merchantId, (tx) =>
    tx.address.create({
      data: {
        merchantId,
        id: addressId,
        customerId,
        receiverName: "王小满",
        phone: "13800138000",
        regionCode: "330106",
        province: "浙江省",
        city: "杭州市",
        district: "西湖区",
        detail: "文三路 1 号",
        createdAt: new Date("2026-01-01T00:00:00.000Z"),
      },
    }),
  );
  return { customerId, addressId };
}

/** Places an order through the command; throws when it is refused. */
export async function placeTestOrder(
  { merchantId }: TestMerchant,
  { customerId, addressId }: Buyer,
  lines: readonly { skuId: string; quantity: number }[],
  now: Date,
  freightFen = 0n,
): Promise<TestOrder> {
  const prices = await inMerchant(merchantId, (tx) =>
    tx.sku.findMany({ where: { id: { in: lines.map(({ skuId }) => skuId) } } }),
  );
  const priced = lines.map((line) => ({
    ...line,
    seenUnitPriceFen: prices.find(({ id }) => id === line.skuId)?.unitPriceFen ?? 0n,
  }));
  const seenPayableFen = priced.reduce(
    (sum, line) => sum + line.seenUnitPriceFen * BigInt(line.quantity),
    freightFen,
  );
  const input = { lines: priced, addressId, note: "", seenPayableFen, fromCart: false };
  const placed = await placeOrder(
    { merchantId, customerId },
    { ...input, idempotencyKey: newId() },
    { now, random: secureRandom },
  );
  if (!placed.ok) throw new Error(`order refused: ${placed.reason}`);
  const { orderNo, payableFen } = placed;
  const order = await inMerchant(merchantId, (tx) =>
    tx.order.findUniqueOrThrow({
      where: { merchantId_orderNo: { merchantId, orderNo } },
      include: { payments: true },
    }),
  );
  const outTradeNo = order.payments[0]?.outTradeNo ?? "";
  return { orderId: order.id, orderNo, outTradeNo, payableFen, customerId };
}

/** What WeChat would say about this order's payment, without signature and encryption. */
export function paymentResult(merchant: TestMerchant, order: TestOrder, now: Date) {
  const { appId, mchId } = merchant.wechatCredentials;
  return {
    eventId: `event-${order.outTradeNo}`,
    bodySha256: createHash("sha256").update(order.outTradeNo).digest("hex"),
    transaction: {
      appId,
      mchId,
      outTradeNo: order.outTradeNo,
      transactionId: `4200${order.outTradeNo}`,
      tradeState: "SUCCESS" as const,
      succeededAt: now,
      payerOpenId: merchant.buyer.openId,
      totalFen: order.payableFen,
      currency: "CNY",
    },
  };
}

export async function payTestOrder(
  merchant: TestMerchant,
  order: TestOrder,
  now: Date,
): Promise<void> {
  const result = paymentResult(merchant, order, now);
  const { outcome } = await applyPaymentResult(merchant.merchantId, result, now);
  if (outcome !== "applied") throw new Error(`payment not applied: ${outcome}`);
}

/** Ships the order and has its buyer confirm the receipt. */
export async function deliverTestOrder(
  { merchantId, ownerId }: TestMerchant,
  order: TestOrder,
  receivedAt: Date,
): Promise<void> {
  const { orderNo, customerId } = order;
  const parcel = { orderNo, carrier: "顺丰速运", trackingNo: "SF1234567890" };
  const shipped = await shipOrder({ merchantId, staffId: ownerId }, parcel, receivedAt);
  const received = await confirmReceipt({ merchantId, customerId }, orderNo, receivedAt);
  if (!shipped.ok || !received.ok) throw new Error(`order ${orderNo} was not delivered`);
}

/** A buyer with an address who opened `sharer`'s link (level 1's unless given) at that time. */
export async function addFriend(
  merchant: TestMerchant,
  clickedAt: Date,
  sharerCustomerId: string = merchant.level1.customerId,
): Promise<Buyer & { visitorId: string }> {
  const { customerId, visitorId } = await addCustomer(merchant, "陈静");
  const linkId = await addLink(merchant, sharerCustomerId);
  await addClick(merchant, { linkId, visitorId, clickedAt });
  return { ...(await addAddress(merchant, customerId)), visitorId };
}
