import type { IncomingMessage, ServerResponse } from "node:http";
import { maxHistoryUploadBytes } from "@/features/history/schema";

const defaultBytes = 1_000_000;
/**
 * Pictures and lists of products are uploaded to the dashboard's handlers; forms are no larger there. The
 * orders of another system, larger still, go straight to the disk.
 */
const uploadBytes = 32_000_000;

/**
 * Refuses a body that is too large: by its announced length before anything is read, else by counting
 * what comes.
 * @returns whether the request may go on
 */
export function limitBody(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): boolean {
  const limit = limitOf(path);
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    refuse(request, response);
    return false;
  }
  if (request.headers["transfer-encoding"] === undefined) return true;
  let bytes = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= limit) return push(chunk, encoding);
    refuse(request, response);
    return false;
  };
  return true;
}

function limitOf(path: string): number {
  if (path === "/api/merchant/history-imports") return maxHistoryUploadBytes;
  return /^\/api\/merchant(\/|$)/.test(path) ? uploadBytes : defaultBytes;
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) {
    request.destroy();
    return;
  }
  response.writeHead(413, {
    "content-type": "application/json; charset=utf-8",
    connection: "close",
  });
  response.end(JSON.stringify({ message: "提交的内容太大。" }), () => request.destroy());
}
