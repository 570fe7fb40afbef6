import { isIP } from "node:net";
import { z } from "zod";

const LOOPBACK = /^(localhost|[\w-]+(\.[\w-]+)*\.localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether a host name can only mean this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

function notifyUrlFault(value: string): string | null {
  if (!URL.canParse(value)) return "不是合法的URL";
  const url = new URL(value);
  if (url.search !== "" || value.includes("?")) return "不允许携带查询串";
  if (url.hash !== "" || url.username !== "" || /\s/.test(value)) return "不是合法的URL";
  if (isLoopbackHost(url.hostname)) return null;
  // The one place that is laxer than WeChat: without it nothing on this machine could be notified.
  if (url.protocol !== "https:") return "必须为https地址";
  return isIP(url.hostname) === 0 && url.hostname.includes(".") ? null : "必须为外网可访问的域名";
}

/** A notification address: https and public, without query; plain http for this machine only. */
export const notifyUrlSchema = z
  .string()
  .min(1)
  .max(255)
  .superRefine((value, check) => {
    const fault = notifyUrlFault(value);
    if (fault) check.addIssue({ code: "custom", message: fault });
  });

/** Merchant's order number: 6 to 32 letters, digits and `_-|*`. */
export const outTradeNoSchema = z
  .string()
  .regex(/^[\w\-|*]{6,32}$/, "字符串必须匹配^[0-9a-zA-Z_|*-]{6,32}$");

/** Merchant's refund number: up to 64 characters of a somewhat larger alphabet. */
export const outRefundNoSchema = z
  .string()
  .regex(/^[\w\-|*@]{1,64}$/, "字符串必须匹配^[0-9a-zA-Z_|*@-]{1,64}$");

/** A text limited by its length in bytes of UTF-8, as WeChat counts. */
export function textOfBytes(maxBytes: number) {
  return z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= maxBytes, `字节数大于最大值 ${maxBytes}`);
}

/** An amount in fen: a positive whole number that fits WeChat's 32-bit field. */
export const amountFenSchema = z.int().min(1, "值低于最小值 1").max(2_147_483_647);

/** RFC 3339 with an offset. */
export const rfc3339Schema = z.iso.datetime({ offset: true });
