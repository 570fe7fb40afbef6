import { createHash } from "node:crypto";
import type { WechatTransfer } from "@/lib/wechat/pay/transfer";

/** A transfer as WeChat described it, by itself or when asked. */
export type TransferResult = {
  /** WeChat's id of the notification, or `query:…` for an answer: what the inbox is keyed by. */
  eventId: string;
  bodySha256: string;
  transfer: WechatTransfer;
};

/** An answer belongs to the account that asked; its event is the transfer's state, so a repetition is none. */
export function toTransferResult(mchId: string, answer: WechatTransfer): TransferResult {
  const transfer = { ...answer, mchId: answer.mchId ?? mchId };
  const content = JSON.stringify(transfer, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return {
    eventId: `query:${answer.outBillNo}:${answer.state}`,
    bodySha256: createHash("sha256").update(content).digest("hex"),
    transfer,
  };
}
