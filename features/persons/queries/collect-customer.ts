import type { MerchantTx } from "@/lib/db/in-merchant";

const orders = {
  orderBy: { createdAt: "asc" },
  select: {
    ...{ orderNo: true, state: true, createdAt: true, paidAt: true, shippedAt: true },
    ...{ receivedAt: true, closedAt: true, carrier: true, trackingNo: true, note: true },
    ...{ receiverName: true, receiverPhone: true, province: true, city: true, district: true },
    ...{ addressDetail: true, goodsFen: true, discountFen: true, freightFen: true },
    ...{ payableFen: true, paidFen: true, refundedFen: true },
    lines: {
      orderBy: { lineNo: "asc" },
      select: {
        ...{ productTitle: true, optionName: true, quantity: true, unitPriceFen: true },
        ...{ payableFen: true, refundedFen: true },
      },
    },
    payments: {
      select: {
        ...{ outTradeNo: true, transactionId: true, payerOpenId: true, amountFen: true },
        ...{ state: true, succeededAt: true },
      },
    },
    refunds: {
      select: {
        ...{ outRefundNo: true, amountFen: true, state: true, reason: true },
        ...{ createdAt: true, succeededAt: true },
      },
    },
  },
} as const;

const visitors = {
  select: {
    ...{ firstSeenAt: true, joinedAt: true },
    favourites: { select: { createdAt: true, product: { select: { title: true } } } },
    clicks: {
      orderBy: { clickedAt: "asc" },
      select: { clickedAt: true, inWechat: true, link: { select: { code: true } } },
    },
  },
} as const;

/**
 * What a shop holds of a customer, in the words of the tables: amounts in fen, moments in UTC. Null for
 * somebody who is not the shop's. Not in it: what staff think of them, and who else they were brought by.
 */
export async function collectCustomer(
  tx: MerchantTx,
  { merchantId, customerId: id }: { merchantId: string; customerId: string },
) {
  const customer = await tx.customer.findUnique({
    where: { merchantId_id: { merchantId, id } },
    select: {
      ...{ id: true, nickname: true, avatarUrl: true, createdAt: true, erasedAt: true },
      identities: { select: { appId: true, openId: true, unionId: true, createdAt: true } },
      consents: {
        select: { purpose: true, version: true, grantedAt: true, withdrawnAt: true },
      },
      sessions: { select: { createdAt: true, expiresAt: true, revokedAt: true } },
      addresses: {
        select: {
          ...{ receiverName: true, phone: true, province: true, city: true, district: true },
          ...{ detail: true, createdAt: true, deletedAt: true },
        },
      },
      cart: {
        select: {
          items: { select: { quantity: true, addedAt: true, sku: { select: { code: true } } } },
        },
      },
      shareLinks: { select: { code: true, channel: true, createdAt: true, revokedAt: true } },
      bindings: { select: { boundAt: true, validUntil: true, source: true } },
      visitors,
      orders,
    },
  });
  if (customer === null) return null;
  const where = { merchantId, customerId: id };
  return {
    ...customer,
    reviews: await tx.review.findMany({
      where,
      select: { score: true, content: true, answer: true, state: true, createdAt: true },
    }),
    npsAnswers: await tx.npsAnswer.findMany({
      where,
      select: { score: true, content: true, createdAt: true },
    }),
    reports: await tx.offPlatformReport.findMany({
      where,
      select: { about: true, content: true, state: true, createdAt: true },
    }),
  };
}
