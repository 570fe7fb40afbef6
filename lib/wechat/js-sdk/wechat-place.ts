/**
 * Where a page is open, by what its browser says of itself (wechat.md 6): in WeChat on a phone, in
 * WeChat on a computer, or elsewhere.
 */
export function wechatPlace(userAgent: string): "phone" | "computer" | "elsewhere" {
  if (!userAgent.includes("MicroMessenger/")) return "elsewhere";
  return /WindowsWechat|MacWechat/.test(userAgent) ? "computer" : "phone";
}
