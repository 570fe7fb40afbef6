import type { JsapiParams } from "@/lib/wechat/pay/jsapi-params";
import type { WechatTransaction } from "@/lib/wechat/pay/transaction";

/** A payment as WeChat described it, by itself or when asked. */
export type PaymentResult = {
  /** WeChat's id of the notification, or `query:<transaction id>` of a poll: what the inbox is keyed by. */
  eventId: string;
  /** Of the raw notification, or of the queried content. */
  bodySha256: string;
  transaction: WechatTransaction;
};

export type PaymentOutcome =
  /** The order is paid by this. */
  | { outcome: "applied" }
  /** The money came too late and is on its way back. */
  | { outcome: "refunding" }
  /** Known already, or not a success. */
  | { outcome: "no_effect" }
  /** Does not match what we asked for: recorded, shown to staff, never applied. */
  | { outcome: "quarantined"; reason: string };

export type StartPaymentResult =
  | { ok: true; params: JsapiParams }
  | {
      ok: false;
      reason:
        | "not_found"
        /** The merchant has no WeChat account, or it was changed by half. */
        | "not_set_up"
        | "not_signed_in_with_wechat"
        | "already_paid"
        | "order_closed"
        | "payment_overdue"
        /** WeChat gave no clear answer: tapping again is safe. */
        | "try_again"
        | "refused_by_wechat";
    };
