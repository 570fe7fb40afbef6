import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isLoopbackHost } from "../schemas/pay-fields";
import type { SignedNotification } from "../sign-notification";

export interface DeliveryResult {
  /** The HTTP status of the answer; null when none came. */
  status: number | null;
  outcome: string;
}

interface DeliveryOptions {
  timeoutMs: number;
  /** Drops the connection as soon as the request is sent: the answer is lost on the way. */
  hangUp: boolean;
}

/** WeChat counts 200 and 204 as received and follows no redirects. */
export function isReceived(result: DeliveryResult): boolean {
  return result.status === 200 || result.status === 204;
}

/** Sends one notification and waits for the answer at most `timeoutMs`. Never throws. */
export function postNotification(
  address: string,
  notification: SignedNotification,
  options: DeliveryOptions,
): Promise<DeliveryResult> {
  const url = new URL(address);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const end = (result: DeliveryResult) => {
      clearTimeout(timer);
      resolve(result);
    };
    const outgoing = send({
      // Names under .localhost mean this machine, but not every resolver knows that.
      hostname: isLoopbackHost(url.hostname) ? loopbackAddress(url.hostname) : url.hostname,
      port: url.port || undefined,
      path: url.pathname,
      method: "POST",
      headers: {
        ...notification.headers,
        Host: url.host,
        "Content-Length": String(Buffer.byteLength(notification.body)),
      },
      servername: url.hostname,
      agent: false,
    });
    const timer = setTimeout(() => {
      end({ status: null, outcome: "timeout" });
      outgoing.destroy();
    }, options.timeoutMs);
    outgoing.on("error", (error) => end({ status: null, outcome: `error: ${error.message}` }));
    outgoing.on("response", (answer) => {
      if (options.hangUp) {
        end({ status: null, outcome: "answer lost" });
        outgoing.destroy();
        return;
      }
      answer.on("data", () => undefined);
      answer.on("error", (error) => end({ status: null, outcome: `error: ${error.message}` }));
      answer.on("end", () => end({ status: answer.statusCode ?? null, outcome: "answered" }));
    });
    outgoing.end(notification.body);
  });
}

function loopbackAddress(hostname: string): string {
  return hostname === "[::1]" ? "::1" : "localhost";
}
