import { createHash } from "node:crypto";
import type { FoundRefund } from "@/features/refunds/queries/find-reported-refund";
import type { RefundResult } from "@/features/refunds/schema";
import type { WechatRefund } from "@/lib/wechat/pay/refund";

/** An answer belongs to the account that asked; its event is the refund's state, so a repetition is none. */
export function toRefundResult(refund: FoundRefund, answer: WechatRefund): RefundResult {
  const content = JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return {
    eventId: `query:${refund.outRefundNo}:${answer.status}`,
    bodySha256: createHash("sha256").update(content).digest("hex"),
    mchId: refund.mchId,
    refund: answer,
  };
}
