import type { IncomingMessage, ServerResponse } from "node:http";
import { sentencePage } from "@/lib/http/sentence-page";
import { mallText } from "@/lib/i18n/mall-text";

/**
 * Answers an address that is no text with 404: broken escapes, which no page can decode, and a NUL,
 * which Postgres takes in no value. Nothing of ours has such an address.
 * @returns whether the request may go on
 */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  const [path = "", query = ""] = (request.url ?? "/").split("?");
  if (isText(path) && !/%00/.test(query)) return true;
  response.writeHead(404, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(
    sentencePage({
      title: mallText("mall.not_found.title"),
      sentence: mallText("mall.not_found.hint"),
      action: { href: "/", label: mallText("mall.common.home") },
    }),
  );
  return false;
}

function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
