import { createHash } from "node:crypto";

/** The signature of wx.config: SHA-1 over ticket, nonce, timestamp and the URL before its `#`. */
export function jsapiSignature(input: {
  ticket: string;
  nonceStr: string;
  timestamp: string;
  url: string;
}): string {
  const [url] = input.url.split("#");
  const text = `jsapi_ticket=${input.ticket}&noncestr=${input.nonceStr}&timestamp=${input.timestamp}&url=${url}`;
  return createHash("sha1").update(text).digest("hex");
}
