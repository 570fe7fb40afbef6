import type { IncomingHttpHeaders } from "node:http";

/** Programs that open links for their own sake: link previews, search engines, monitors, libraries. */
const machine =
  /bot\b|bot\/|spider|crawl|slurp|preview|monitor|headless|lighthouse|facebookexternalhit|embedly|curl\/|wget\/|python|java\/|go-http|okhttp|axios|node-fetch|undici|libwww|httpclient/i;

/**
 * Did a person open the link? A look ahead by a browser and a machine's look count for nobody. What
 * WeChat's own card preview calls itself is documented nowhere; it sends no browser's name.
 */
export function countsAsVisit(method: string, headers: IncomingHttpHeaders): boolean {
  if (method !== "GET") return false;
  const purpose = `${headers["sec-purpose"] ?? ""} ${headers.purpose ?? ""} ${headers["x-moz"] ?? ""}`;
  return !/prefetch|prerender|preview/i.test(purpose) && isPerson(headers);
}

/** Does a browser ask, rather than a program? */
export function isPerson(headers: IncomingHttpHeaders): boolean {
  const agent = headers["user-agent"] ?? "";
  return agent.startsWith("Mozilla/") && !machine.test(agent);
}

/** Did it happen inside WeChat's browser? */
export function isInWechat(headers: IncomingHttpHeaders): boolean {
  return /MicroMessenger\//.test(headers["user-agent"] ?? "");
}
