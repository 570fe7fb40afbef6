import type { WechatRefund } from "@/lib/wechat/pay/refund";

/** A refund as WeChat described it, by itself or when asked. */
export type RefundResult = {
  /** WeChat's id of the notification, or `query:…` for an answer: what the inbox is keyed by. */
  eventId: string;
  bodySha256: string;
  mchId: string;
  refund: WechatRefund;
};

export type RefundOutcome =
  | { outcome: "applied" }
  | { outcome: "no_effect" }
  | { outcome: "quarantined"; reason: string };
