import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApplicationAccount } from "./account";
import { type RandomBytes, randomText } from "./crypto/random-text";
import { signRsaSha256 } from "./crypto/rsa-signature";
import { seededRandom } from "./crypto/seeded-random";

/** A merchant's client in a few lines, for the sandbox's own tests; deliberately not the real one. */
interface SignedCall {
  method: "GET" | "POST";
  /** Path and query. */
  target: string;
  body?: unknown;
  nowSeconds: number;
  /** Overrides, to sign wrongly on purpose. */
  serial?: string;
  signedBody?: string;
  headers?: Record<string, string>;
}

const random: RandomBytes = seededRandom("test merchant");

/** The Authorization header over the given call. */
function authorizationFor(account: ApplicationAccount, call: SignedCall): string {
  const body = call.signedBody ?? (call.body === undefined ? "" : JSON.stringify(call.body));
  const nonce = randomText(random, 32);
  const message = `${call.method}\n${call.target}\n${call.nowSeconds}\n${nonce}\n${body}\n`;
  const fields = {
    mchid: account.mchId,
    nonce_str: nonce,
    timestamp: String(call.nowSeconds),
    serial_no: call.serial ?? account.merchantSerialNo,
    signature: signRsaSha256(message, account.merchantPrivateKeyPem),
  };
  const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(",")}`;
}

/** Sends a signed call to the sandbox at `baseUrl`. */
export function callPay(
  baseUrl: string,
  account: ApplicationAccount,
  call: SignedCall,
): Promise<Response> {
  return fetch(`${baseUrl}${call.target}`, {
    method: call.method,
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json",
      Authorization: authorizationFor(account, call),
      ...call.headers,
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
}

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A notify_url on this machine that records what arrives and answers as it is told. */
export async function startNotifyReceiver(answer: (number: number) => number | "never") {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
    const status = answer(received.length);
    if (status === "never") return;
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/notify`,
    received,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
