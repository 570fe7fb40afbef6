import { htmlReply, redirectReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { renderChooseUser } from "../phone/choose-user-page";
import { currentUser } from "../phone/current-user";
import { escapeHtml } from "../phone/escape-html";
import { renderPage } from "../phone/page-shell";
import type { SandboxContext } from "../sandbox-context";
import { isLoopbackHost } from "../schemas/pay-fields";
import { findUser } from "../store/users";
import { renderConsent } from "./consent-page";
import { issueCode } from "./issue-code";
import { type AuthorizeRequest, callbackUrl, parseAuthorize } from "./parse-authorize";

function faultPage(fault: { code: number | null; message: string }): SandboxReply {
  const code = fault.code === null ? "" : `<p class="fault-code">错误码：${fault.code}</p>`;
  return htmlReply(
    renderPage({
      title: "出错了",
      bodyClass: "fault",
      body: `<main><div class="fault-mark">!</div><h1>${escapeHtml(fault.message)}</h1>${code}</main>`,
    }),
  );
}

/**
 * Cookies belong to a host, and a phone is one host. When the mall runs under another loopback name
 * than this request came in under, the browser is sent to the same page there.
 */
function otherHost(request: SandboxRequest, wanted: AuthorizeRequest): string | null {
  const { hostname } = wanted.redirectUri;
  if (hostname === request.url.hostname || !isLoopbackHost(hostname)) return null;
  const url = new URL(request.url);
  url.hostname = hostname;
  return url.href;
}

/**
 * GET /connect/oauth2/authorize: silent for snsapi_base, consent page for snsapi_userinfo, straight
 * to the callback for a user in snapshot mode, and a page to choose the user when none is.
 */
export function authorize(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const parsed = parseAuthorize(context, request.url.searchParams);
  if (!parsed.ok) return faultPage(parsed.fault);
  const elsewhere = otherHost(request, parsed.request);
  if (elsewhere) return redirectReply(elsewhere);
  const user = currentUser(context, request);
  if (!user) return htmlReply(renderChooseUser(context, request.target));
  const { account, scope } = parsed.request;
  if (scope === "snsapi_base" || user.snapshot) {
    const code = issueCode(context, account.appId, user, scope);
    return redirectReply(callbackUrl(parsed.request, code));
  }
  return htmlReply(renderConsent(account, user, request.target));
}

/** POST /sandbox/consent: the user allowed or refused; refused goes back without a code. */
export function answerConsent(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const form = new URLSearchParams(request.rawBody.toString("utf8"));
  const target = new URL(form.get("target") ?? "/", request.url.origin);
  const parsed = parseAuthorize(context, target.searchParams);
  if (!parsed.ok) return faultPage(parsed.fault);
  const user = findUser(context.db, form.get("user") ?? "");
  const allowed = form.get("decision") === "allow" && user !== null;
  const { account, scope } = parsed.request;
  const code = allowed ? issueCode(context, account.appId, user, scope) : null;
  return redirectReply(callbackUrl(parsed.request, code));
}
