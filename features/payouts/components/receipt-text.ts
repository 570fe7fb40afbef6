import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "confirm",
  "confirming",
  "checking",
  "slow",
  "refresh",
  "not_wechat",
  "not_phone",
  "unsupported",
  "unavailable",
  "closed",
  "refused",
  "cancel",
  "cancelTitle",
  "cancelConfirm",
  "keep",
  "cancelFailed",
] as const;

export type ReceiptText = Record<(typeof keys)[number] | "cancelBody", string>;

/** The sentences of the buttons of a withdrawal, handed over by the server so that no catalogue is shipped. */
export function receiptText(yuan: string): ReceiptText {
  const own = keys.map((key) => [key, mallText(`distribution.withdrawal.detail.${key}`)]);
  return {
    ...(Object.fromEntries(own) as Record<(typeof keys)[number], string>),
    cancelBody: mallText("distribution.withdrawal.detail.cancelBody", { yuan }),
  };
}
