import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { readCookies } from "./cookies";

const MAX_BODY_BYTES = 1_048_576;

export interface SandboxRequest {
  method: string;
  /** Path and query exactly as they were sent: the signature covers these characters. */
  target: string;
  url: URL;
  headers: IncomingHttpHeaders;
  rawBody: Buffer;
  /** The variable parts of the path, decoded. */
  params: Record<string, string>;
  cookies: Record<string, string>;
}

/** Reads a whole request; null when the body is larger than one megabyte. */
export async function readSandboxRequest(message: IncomingMessage): Promise<SandboxRequest | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(bytes);
  }
  const target = message.url ?? "/";
  return {
    method: message.method ?? "GET",
    target,
    url: new URL(target, `http://${message.headers.host ?? "localhost"}`),
    headers: message.headers,
    rawBody: Buffer.concat(chunks),
    params: {},
    cookies: readCookies(message.headers.cookie),
  };
}
