/** The cookies of a Cookie header by name. Values stay as they are, so that they can be put back. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0) cookies[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return cookies;
}

/** A Set-Cookie value for the whole host, or one that deletes the cookie when `value` is null. */
export function writeCookie(name: string, value: string | null): string {
  const attributes = "Path=/; HttpOnly; SameSite=Lax";
  return value === null
    ? `${name}=; ${attributes}; Max-Age=0`
    : `${name}=${value}; ${attributes}; Max-Age=31536000`;
}
