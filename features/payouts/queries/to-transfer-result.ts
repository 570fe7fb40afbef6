import { createHash } from "node:crypto";
import type { TransferResult } from "@/features/payouts/schema";
import type { WechatTransfer } from "@/lib/wechat/pay/transfer";

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
