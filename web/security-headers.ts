import { env } from "@/lib/env";

/**
 * The headers that every answer carries. The mall may stand in the frames that the settings name (the
 * sandbox's phone is one), the dashboard in none.
 * @param dev true for the development server, whose scripts use eval and a web socket
 */
export function securityHeaders(dev: boolean): {
  mall: Record<string, string>;
  merchant: Record<string, string>;
} {
  const { PUBLIC_ORIGIN, MALL_FRAME_ANCESTORS } = env();
  const common = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    ...(PUBLIC_ORIGIN.startsWith("https:")
      ? { "strict-transport-security": "max-age=31536000" }
      : {}),
  };
  const mall = contentSecurityPolicy(dev, MALL_FRAME_ANCESTORS);
  const merchant = contentSecurityPolicy(dev, "'none'");
  return {
    mall: { ...common, "content-security-policy": mall },
    merchant: { ...common, "content-security-policy": merchant, "x-frame-options": "DENY" },
  };
}

function contentSecurityPolicy(dev: boolean, frameAncestors: string): string {
  const { WECHAT_OPEN_URL, WECHAT_API_URL, WECHAT_JSSDK_URL } = env();
  const jsSdk = new URL(WECHAT_JSSDK_URL).origin;
  return [
    "default-src 'self'",
    // Next writes its data into inline scripts, and prerendered pages cannot carry a nonce.
    `script-src 'self' 'unsafe-inline' ${jsSdk}${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    // WeChat's portraits lie on hosts of its own.
    `img-src 'self' data: blob: https: ${new URL(WECHAT_API_URL).origin}`,
    // The JS-SDK may ask its own origin, and talks to the client around the page by frames.
    `connect-src 'self' ${jsSdk}${dev ? " ws:" : ""}`,
    `frame-src 'self' weixin: ${jsSdk}`,
    "object-src 'none'",
    "base-uri 'self'",
    `form-action 'self' ${new URL(WECHAT_OPEN_URL).origin}`,
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");
}
