import type { IncomingMessage, ServerResponse } from "node:http";
import { answerUnderFaults, type Delivery } from "../faults/apply-answer-faults";
import type { SandboxContext } from "../sandbox-context";
import { isLoopbackHost } from "../schemas/pay-fields";
import { emptyReply, jsonReply, type SandboxReply } from "./replies";
import { matchRoute, type Route } from "./route";
import { readSandboxRequest, type SandboxRequest } from "./sandbox-request";

/** Pages of the mall talk to the sandbox from their own port: same host, other origin. */
function corsHeaders(request: SandboxRequest): Record<string, string> {
  const { origin } = request.headers;
  if (!origin || !URL.canParse(origin) || !isLoopbackHost(new URL(origin).hostname)) return {};
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    Vary: "Origin",
  };
}

function write(response: ServerResponse, reply: SandboxReply, extra: Record<string, string>): void {
  response.writeHead(reply.status, {
    ...reply.headers,
    ...extra,
    ...(reply.status === 204 ? {} : { "Content-Length": String(reply.body.length) }),
  });
}

function deliver(
  response: ServerResponse,
  delivery: Delivery,
  extra: Record<string, string>,
): void {
  if (delivery.kind === "hang") return;
  if (delivery.kind === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  write(response, delivery.reply, extra);
  if (delivery.kind === "send") {
    response.end(delivery.reply.body);
    return;
  }
  // The header promises the whole body; half of it arrives and the connection ends.
  const half = delivery.reply.body.subarray(0, Math.floor(delivery.reply.body.length / 2));
  response.write(half, () => response.socket?.destroy());
}

async function answer(
  context: SandboxContext,
  routes: Route[],
  request: SandboxRequest,
): Promise<Delivery> {
  if (!isLoopbackHost(request.url.hostname)) {
    return { kind: "send", reply: jsonReply({ ok: false, reason: "loopback_only" }, 421) };
  }
  if (request.method === "OPTIONS") return { kind: "send", reply: emptyReply(204) };
  const matched = matchRoute(routes, request.method, request.url.pathname);
  if (!matched) {
    const reply = jsonReply({ code: "NOT_FOUND", message: "没有这个地址" }, 404);
    return { kind: "send", reply };
  }
  const { route, params } = matched;
  const ofSandbox = route.endpoint === "control" || route.endpoint === "phone";
  const faults = ofSandbox ? [] : context.faults.take([route.endpoint, "*"]);
  return answerUnderFaults(context, faults, () => route.answer(context, { ...request, params }));
}

/** Serves one HTTP request. Never throws: what was not foreseen becomes a plain 500. */
export async function serveRequest(
  context: SandboxContext,
  routes: Route[],
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const request = await readSandboxRequest(message);
    if (!request) {
      const reply = jsonReply({ code: "PARAM_ERROR", message: "请求报文过大" }, 413);
      deliver(response, { kind: "send", reply }, { Connection: "close" });
      return;
    }
    deliver(response, await answer(context, routes, request), corsHeaders(request));
  } catch (error) {
    process.stderr.write(`wechat-sandbox: ${error instanceof Error ? error.stack : error}\n`);
    if (response.headersSent) response.socket?.destroy();
    else
      deliver(response, { kind: "send", reply: jsonReply({ ok: false, reason: "bug" }, 500) }, {});
  }
}
