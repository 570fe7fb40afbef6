import { shopUrl } from "@/e2e/pages/phone";
import { actionRules } from "@/e2e/routes/action-table";
import { type Answer, ask } from "@/e2e/routes/ask";
import { callAction } from "@/e2e/routes/call-action";
import { fillSlots, slotsIn } from "@/e2e/routes/fill-slots";
import { fillPath } from "@/e2e/routes/probe-id";
import type { IdKind, Rule } from "@/e2e/routes/route-rule";
import { handlerRules, pageRules } from "@/e2e/routes/route-table";

/** One row of the route table: something that can be asked. */
export type Call = { kind: "page" | "handler" | "action"; key: string; rule: Rule };

const rowsOf = (kind: Call["kind"], rules: Record<string, Rule>): Call[] =>
  Object.entries(rules).map(([key, rule]) => ({ kind, key, rule }));

export const calls: readonly Call[] = [
  ...rowsOf("page", pageRules),
  ...rowsOf("handler", handlerRules),
  ...rowsOf("action", actionRules),
];

/** Where a call names somebody's: the bracket of its path, and the slots of what it sends. */
export function idsOf({ rule }: Call): IdKind[] {
  const { id, args, send, query } = rule;
  const inArgs = args ? slotsIn(args) : [];
  return [...new Set([...(id ? [id] : []), ...inArgs, ...slotsIn(send), ...slotsIn(query)])];
}

/** The fields of what a call sends: of its body or form, and of an object that an action takes first. */
export function contentOf({ args, send }: Rule): Readonly<Record<string, unknown>> {
  const [first] = args ?? [];
  return { ...(isRecord(first) ? first : {}), ...send };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Does what is asked change anything where it is allowed? */
export function isWriting({ kind, key }: Call): boolean {
  return kind === "action" || (kind === "handler" && !key.startsWith("GET "));
}

type How = {
  cookie: string;
  /** The id for each slot, as it is, not escaped. */
  idOf: (kind: IdKind) => string;
  /** More fields than the form or body has, or others. */
  extra?: Readonly<Record<string, unknown>>;
  /** The shop that is asked; the first one unless another is named. */
  host?: string;
};

/** Asks as a browser would that has this cookie. */
export function callRoute(call: Call, how: How): Promise<Answer> {
  const { kind, key, rule } = call;
  const { cookie, idOf, extra = {}, host = "localhost" } = how;
  const content = { ...fillSlots(rule.send ?? {}, idOf), ...extra };
  if (kind === "action") {
    const [first, ...others] = fillSlots(rule.args ?? (rule.id ? [`<${rule.id}>`] : []), idOf);
    const args = isRecord(first) ? [{ ...first, ...extra }, ...others] : [first, ...others];
    const given = first === undefined ? [] : args;
    return callAction(key, given, textsOf(content), cookie, host);
  }
  const [method = "GET", path = key] = kind === "handler" ? key.split(" ") : ["GET", key];
  const escaped = fillPath(path, rule.id ? encodeURIComponent(idOf(rule.id)) : "none");
  const query = rule.query
    ? `?${fillSlots(rule.query, (one) => encodeURIComponent(idOf(one)))}`
    : "";
  const asked = `${escaped}${query}`;
  if (method === "GET") return ask(asked, { cookie, host });
  const headers = { "content-type": "application/json", origin: shopUrl("", host) };
  return ask(asked, { method, cookie, host, headers, body: JSON.stringify(content) });
}

/** A form's fields are texts, whatever they mean. */
function textsOf(content: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}

/**
 * Was it refused? A page leads to a sign-in or is not there, a handler says 400 to 422, an action
 * sends to a sign-in or says no.
 */
export function isRefused({ kind, rule }: Call, { status, headers, body }: Answer): boolean {
  if (status >= 500) return false;
  if (rule.refusedBy && body.includes(rule.refusedBy)) return true;
  const there = String(headers.location ?? headers["x-action-redirect"] ?? "");
  const leadsAway = /^\/merchant\/sign-in|^\/api\/wechat\/oauth\/start|^\/distribute(;|$)/.test(
    there,
  );
  if (kind === "page") return status === 404 || (status === 307 && leadsAway);
  if (kind === "handler") return status >= 400 && status !== 403;
  return leadsAway || status === 404 || !body.includes('"ok":true') || body.includes("/sign-in");
}
