import { randomBytes } from "node:crypto";
import type { TestMerchant } from "@/e2e/database";
import { buildPaymentResource, buildRefundResource } from "@/wechat-sandbox/build-resource";
import type { PaymentResource } from "@/wechat-sandbox/schemas/notification";
import { type SignedNotification, signNotification } from "@/wechat-sandbox/sign-notification";

/** The transaction number that WeChat would give to our number: 28 digits. */
export function transactionIdOf(outTradeNo: string): string {
  return `4200${outTradeNo.padStart(24, "0")}`;
}

/** A payment notification as WeChat signs it, with deviations in its encrypted content. */
export function paymentNotification(
  merchant: TestMerchant,
  order: { outTradeNo: string; payableFen: bigint },
  now: Date,
  over: {
    id?: string;
    resource?: Partial<PaymentResource>;
    totalFen?: number;
    signedBy?: TestMerchant;
  } = {},
): SignedNotification {
  const { appId, mchId } = merchant.wechat;
  const resource = buildPaymentResource({
    appId,
    mchId,
    outTradeNo: order.outTradeNo,
    transactionId: transactionIdOf(order.outTradeNo),
    openid: merchant.buyer.openId,
    totalFen: over.totalFen ?? Number(order.payableFen),
    paidAtMs: now.getTime(),
  });
  return signNotification({
    account: (over.signedBy ?? merchant).wechat,
    resource: { ...resource, ...over.resource },
    nowSeconds: Math.floor(now.getTime() / 1000),
    random: randomBytes,
    ...(over.id ? { id: over.id } : {}),
  });
}

/** A refund notification as WeChat signs it. */
export function refundNotification(
  merchant: TestMerchant,
  refund: { outTradeNo: string; outRefundNo: string; totalFen: bigint; refundFen: bigint },
  now: Date,
  status: "SUCCESS" | "ABNORMAL" | "CLOSED" = "SUCCESS",
): SignedNotification {
  const { outTradeNo, outRefundNo, totalFen, refundFen } = refund;
  return signNotification({
    account: merchant.wechat,
    resource: buildRefundResource({
      mchId: merchant.wechat.mchId,
      outTradeNo,
      transactionId: transactionIdOf(outTradeNo),
      outRefundNo,
      refundId: `5030${outRefundNo.slice(1).padStart(24, "0")}`,
      status,
      totalFen: Number(totalFen),
      refundFen: Number(refundFen),
      finishedAtMs: now.getTime(),
    }),
    nowSeconds: Math.floor(now.getTime() / 1000),
    random: randomBytes,
  });
}
