import { createHash } from "node:crypto";
import { type RandomBytes, randomCode } from "@/lib/ids/random-code";

export type PageSignature = { timestamp: number; nonceStr: string; signature: string };

/** SHA-1 over the four values in the order of their names, raw, the URL without its fragment (wechat.md 2.2). */
export function jsapiSignature(input: {
  ticket: string;
  nonceStr: string;
  timestamp: number;
  url: string;
}): string {
  const url = input.url.split("#")[0];
  const text = `jsapi_ticket=${input.ticket}&noncestr=${input.nonceStr}&timestamp=${input.timestamp}&url=${url}`;
  return createHash("sha1").update(text).digest("hex");
}

/** What wx.config needs for one page, besides the appId. */
export function signPage(
  input: { ticket: string; url: string },
  at: { now: Date; random: RandomBytes },
): PageSignature {
  const timestamp = Math.floor(at.now.getTime() / 1000);
  const nonceStr = randomCode(16, at.random);
  return { timestamp, nonceStr, signature: jsapiSignature({ ...input, timestamp, nonceStr }) };
}
