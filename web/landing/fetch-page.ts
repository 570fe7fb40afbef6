import { Agent, request } from "node:http";
import type { Page } from "@/web/landing/page-cache";

/** What of Next's headers belongs to the page rather than to the connection. */
const kept = ["content-type", "content-language", "link"];
const maxPageBytes = 3_000_000;

/**
 * Asks our own server for a page as a browser on this host would, over loopback.
 * @param target.token marks the request as ours, so that it is no line in the log
 */
export function pageFetcher(target: {
  port: () => number;
  token: string;
  timeoutMs: number;
}): (host: string, path: string) => Promise<Page> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return (host, path) =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          agent,
          host: "127.0.0.1",
          port: target.port(),
          path,
          headers: { host, accept: "text/html", "x-renhe-landing": target.token },
          timeout: target.timeoutMs,
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          answer.on("data", (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > maxPageBytes) asked.destroy(new Error("page too large"));
            chunks.push(chunk);
          });
          answer.on("error", reject);
          answer.on("end", () => {
            const headers = Object.fromEntries(
              kept.flatMap((name) => {
                const value = answer.headers[name];
                return value === undefined ? [] : [[name, String(value)]];
              }),
            );
            resolve({ status: answer.statusCode ?? 500, headers, body: Buffer.concat(chunks) });
          });
        },
      );
      asked.on("timeout", () => asked.destroy(new Error("page not ready in time")));
      asked.on("error", reject);
      asked.end();
    });
}
