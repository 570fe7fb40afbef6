type Answer =
  | { ok: true; body: Record<string, unknown> }
  | {
      ok: false;
      reason: string;
      values: Record<string, string | number>;
      body: Record<string, unknown>;
    };

const timeoutMs = 15_000;

/**
 * Sends something to our own server and always comes back with an answer: what the server said, or
 * "network" when it could not be reached. For the browser; `values` are the numbers that belong into
 * the reason's sentence.
 */
export async function sendJson(
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  content?: unknown,
): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      ...(content === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(content) }),
    });
    const body: Record<string, unknown> = await response.json();
    if (response.ok && body.ok !== false) return { ok: true, body };
    const reason = typeof body.reason === "string" ? body.reason : "unknown";
    return { ok: false, reason, values: plainValues(body), body };
  } catch {
    return { ok: false, reason: "network", values: {}, body: {} };
  }
}

function plainValues(body: Record<string, unknown>): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === "string" || typeof value === "number") values[name] = value;
  }
  return values;
}
