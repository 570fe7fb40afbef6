import { afterAll } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import type { TestOrder } from "@/e2e/order-fixtures";
import { setSettings } from "@/scripts/database/process-settings";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";
import { insertOrder } from "@/wechat-sandbox/store/orders";
import { insertRefund } from "@/wechat-sandbox/store/refunds";

/**
 * WeChat with a clock of the test's own, so that a bill's day can be over. Load what reads settings
 * (commands that call WeChat) after this, with `await import`.
 */
export async function sandboxWithClock(start: Date) {
  const { a, b } = await testMerchants();
  const clock = { now: start };
  const accounts = [a.wechat, b.wechat];
  const now = () => clock.now.getTime();
  const wechat = await startSandbox({ port: 0, dataDir: ":memory:", accounts, now });
  setSettings({ WECHAT_PAY_URL: wechat.url });
  afterAll(wechat.close);
  const { db } = wechat.sandbox;

  /** The order as paid at WeChat, whatever we know of it. @param fen what WeChat says was paid */
  function payAtWechat(
    merchant: TestMerchant,
    order: Pick<TestOrder, "outTradeNo" | "payableFen">,
    paidAt: Date,
    fen: bigint = order.payableFen,
  ): void {
    const { mchId, appId } = merchant.wechat;
    insertOrder(db, {
      mch_id: mchId,
      out_trade_no: order.outTradeNo,
      app_id: appId,
      openid: merchant.buyer.openId,
      request: "{}",
      prepay_id: `prepay-${order.outTradeNo}`,
      prepay_expires_at: paidAt.getTime() + 7_200_000,
      expires_at: paidAt.getTime() + 7_200_000,
      description: "粽子, 咸蛋黄",
      notify_url: "http://localhost/nobody",
      attach: "",
      total: Number(fen),
      state: "SUCCESS",
      created_at: paidAt.getTime(),
      transaction_id: `4200${order.outTradeNo}`,
      paid_at: paidAt.getTime(),
    });
  }

  /** A refund that WeChat has made, or still works on, of an order paid there. */
  function refundAtWechat(
    merchant: TestMerchant,
    refund: { outTradeNo: string; outRefundNo: string; totalFen: bigint; refundFen: bigint },
    at: Date,
    status: "SUCCESS" | "PROCESSING" = "SUCCESS",
  ): void {
    insertRefund(db, {
      mch_id: merchant.wechat.mchId,
      out_refund_no: refund.outRefundNo,
      refund_id: `50${refund.outRefundNo}`,
      out_trade_no: refund.outTradeNo,
      transaction_id: `4200${refund.outTradeNo}`,
      request: "{}",
      notify_url: null,
      total: Number(refund.totalFen),
      refund: Number(refund.refundFen),
      status,
      final_status: "SUCCESS",
      created_at: at.getTime(),
      settles_at: at.getTime(),
      settled_at: status === "SUCCESS" ? at.getTime() : null,
    });
  }

  return { a, b, clock, wechat, payAtWechat, refundAtWechat };
}
