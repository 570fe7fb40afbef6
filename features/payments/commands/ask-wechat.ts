import { createHash } from "node:crypto";
import { applyPaymentResult } from "@/features/payments/commands/apply-payment-result";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import type { PayFailure } from "@/lib/wechat/pay/pay-failure";
import { queryByOutTradeNo } from "@/lib/wechat/pay/query-by-out-trade-no";
import type { WechatTransaction } from "@/lib/wechat/pay/transaction";

export type PaymentAtWechat =
  | { ok: true; tradeState: WechatTransaction["tradeState"] }
  | { ok: false; reason: PayFailure };

/**
 * Asks WeChat what became of a number and applies a success exactly as a notification would. Call it
 * outside any transaction. The answer belongs to the number that was asked for, or it is not believed.
 */
export async function askWechat(
  merchantId: AuthorizedMerchantId,
  credentials: WechatCredentials,
  outTradeNo: string,
  now: Date,
): Promise<PaymentAtWechat> {
  const asked = await queryByOutTradeNo(credentials, outTradeNo, now);
  if (!asked.ok) return asked;
  const transaction = asked.answer;
  if (transaction.outTradeNo !== outTradeNo) return { ok: false, reason: "unknown" };
  const { tradeState, transactionId } = transaction;
  if (tradeState === "SUCCESS" && transactionId !== null) {
    const content = JSON.stringify(transaction, (_key, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    const bodySha256 = createHash("sha256").update(content).digest("hex");
    const result = { eventId: `query:${transactionId}`, bodySha256, transaction };
    await applyPaymentResult(merchantId, result, now);
  }
  return { ok: true, tradeState };
}
