export interface SandboxReply {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

export function jsonReply(value: unknown, status = 200): SandboxReply {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
    body: Buffer.from(JSON.stringify(value)),
  };
}

export function htmlReply(
  html: string,
  headers: Record<string, string | string[]> = {},
): SandboxReply {
  return {
    status: 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
    body: Buffer.from(html),
  };
}

/** 302, never cached: a phone that went back must ask again. */
export function redirectReply(
  location: string,
  headers: Record<string, string | string[]> = {},
): SandboxReply {
  return {
    status: 302,
    headers: { Location: location, "Cache-Control": "no-store", ...headers },
    body: Buffer.alloc(0),
  };
}

export function assetReply(body: string | Buffer, contentType: string): SandboxReply {
  return {
    status: 200,
    headers: { "Content-Type": contentType, "Cache-Control": "no-cache" },
    body: Buffer.from(body),
  };
}

export function emptyReply(status: number): SandboxReply {
  return { status, headers: {}, body: Buffer.alloc(0) };
}
