import { createHash } from "node:crypto";

/**
 * The openid of a sandbox user at one official account: 28 characters beginning with `o`, always
 * the same for the pair, so that a seed can know it without asking the server.
 */
export function openidFor(appId: string, userId: string): string {
  return `o${digest("openid", appId, userId).slice(0, 27)}`;
}

/** The unionid of a sandbox user, the same at every account of the one Open Platform account. */
export function unionidFor(userId: string): string {
  return `o${digest("unionid", userId).slice(0, 27)}`;
}

function digest(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("base64url");
}
