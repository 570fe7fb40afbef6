import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "amount",
  "all",
  "channel",
  "wechatHint",
  "noBank",
  "noBankAdd",
  "quoting",
  "gross",
  "tax",
  "net",
  "due",
  "how",
  "submit",
  "submitEmpty",
  "submitting",
  "taxChanged",
  "seeOpen",
] as const;

export type RequestText = Record<
  (typeof keys)[number] | "wechat" | "bank" | "unknown" | "network" | "notSignedIn",
  string
>;

/** The sentences of the withdrawal form, handed over by the server so that no catalogue is shipped. */
export function requestText(): RequestText {
  // "{yuan}" is filled in the browser.
  const own = keys.map((key) => [key, mallText.raw(`distribution.withdrawal.request.${key}`)]);
  return {
    ...(Object.fromEntries(own) as Record<(typeof keys)[number], string>),
    wechat: mallText("distribution.withdrawal.request.channels.wechat"),
    bank: mallText("distribution.withdrawal.request.channels.bank"),
    unknown: mallText("errors.unknown"),
    network: mallText("errors.network"),
    notSignedIn: mallText("errors.not_signed_in"),
  };
}
