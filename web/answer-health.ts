import type { ServerResponse } from "node:http";
import packageJson from "@/package.json" with { type: "json" };

export type Health = {
  /** Database there and migrated. */
  isReady: () => Promise<boolean>;
  /** On the way out: takes no new work. */
  isStopping: () => boolean;
};

/**
 * /livez: the process runs. /readyz: it can serve; 503 else. /version: which program.
 * @returns whether the path was one of them
 */
export function answerHealth(health: Health, response: ServerResponse, path: string): boolean {
  if (path === "/livez") send(response, 200, { status: "live" });
  else if (path === "/version") send(response, 200, { version: packageJson.version });
  else if (path === "/readyz") void answerReady(health, response);
  else return false;
  return true;
}

async function answerReady(health: Health, response: ServerResponse): Promise<void> {
  if (health.isStopping()) return send(response, 503, { status: "stopping" });
  const ready = await health.isReady();
  send(response, ready ? 200 : 503, { status: ready ? "ready" : "database not ready" });
}

function send(response: ServerResponse, status: number, answer: Record<string, string>): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(answer));
}
