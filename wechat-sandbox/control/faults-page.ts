import { htmlReply, redirectReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { escapeHtml } from "../phone/escape-html";
import { backLink, renderScreen } from "../phone/phone-frame";
import type { SandboxContext } from "../sandbox-context";
import { faultSchema } from "../schemas/fault";
import { listNotifications } from "../store/notifications";

/** What the page offers: the endpoint, the kind, and what it looks like from the shop. */
const OFFERS = [
  ["payment_notification", "drop", "支付通知丢失一次，按重试间隔再来"],
  ["payment_notification", "duplicate", "支付通知多发一份"],
  ["payment_notification", "delay", "支付通知晚到 30 秒"],
  ["payment_notification", "reorder", "支付通知晚于下一条到达"],
  ["payment_notification", "corrupt_signature", "支付通知签名损坏"],
  ["payment_notification", "corrupt_ciphertext", "支付通知密文损坏"],
  ["payment_notification", "signature_probe", "先来一条 SIGNTEST 探测通知"],
  ["prepay", "latency", "下单接口 30 秒才应答"],
  ["prepay", "server_error", "下单接口答 500"],
  ["prepay", "reset_after", "下单已受理，应答丢失"],
  ["query_out_trade_no", "truncated_body", "查单应答只到一半"],
  ["oauth_access_token", "timeout", "换取 openid 无应答"],
  ["refund_settlement", "ABNORMAL", "下一笔退款异常"],
  ["refund_settlement", "USER_ACCOUNT_ABNORMAL", "下一笔退款被拒：用户账户异常或已注销"],
  ["transfer", "reset_after", "商家转账已受理，应答丢失"],
  ["transfer_start", "ACCEPTED", "商家转账受理后停住，等商家原单重试"],
  ["transfer_settlement", "TRANSFER_RISK", "确认收款后被风控拦截"],
  ["transfer_settlement", "PAYEE_ACCOUNT_ABNORMAL", "确认收款后发现收款账户异常"],
  ["transfer_notification", "drop", "转账通知丢失一次，按重试间隔再来"],
] as const;

function renderOffer([endpoint, kind, text]: (typeof OFFERS)[number]): string {
  return `<li><form method="post" action="/sandbox/faults/add">
<input type="hidden" name="endpoint" value="${endpoint}"><input type="hidden" name="kind" value="${kind}">
<button class="user-row"><span>${text}</span></button></form></li>`;
}

function renderPlanned(context: SandboxContext): string {
  const planned = context.faults.list();
  if (planned.length === 0)
    return `<p class="muted empty">现在一切正常。点一项，下一次调用就会出错。</p>`;
  const rows = planned.map(
    (fault) =>
      `<li class="user-row">${escapeHtml(fault.endpoint)} · ${escapeHtml(fault.kind)} × ${fault.times}</li>`,
  );
  return `<ul class="user-list">${rows.join("")}</ul>
<form class="me-links" method="post" action="/sandbox/faults/clear"><button class="plain-button">全部取消</button></form>`;
}

function renderDeliveries(context: SandboxContext): string {
  const rows = listNotifications(context.db, 20).map((row) => {
    const tries = row.tries.map((attempt) => attempt.status ?? attempt.outcome).join("，");
    return `<li class="user-row"><span>${escapeHtml(row.url)}<small class="delivery">${row.state === "delivered" ? "已送达" : "未送达"}：${escapeHtml(tries)}</small></span></li>`;
  });
  return rows.length === 0 ? "" : `<h2>最近的通知</h2><ul class="user-list">${rows.join("")}</ul>`;
}

/** The page behind GET /sandbox/faults in a browser. */
export function showFaultsPage(context: SandboxContext): SandboxReply {
  return htmlReply(
    renderScreen({
      title: "让微信出错",
      left: backLink("/phone/me"),
      screenClass: "grey",
      content: `<h2>等着发生</h2>${renderPlanned(context)}<h2>下一次调用时</h2>
<ul class="user-list">${OFFERS.map(renderOffer).join("")}</ul>${renderDeliveries(context)}`,
    }),
  );
}

/** POST /sandbox/faults/add (form): one fault of the page's list. */
export function addFaultFromPage(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const form = new URLSearchParams(request.rawBody.toString("utf8"));
  const fault = faultSchema.safeParse(Object.fromEntries(form));
  if (fault.success) context.faults.add(fault.data);
  return redirectReply("/sandbox/faults");
}

/** POST /sandbox/faults/clear (form) */
export function clearFaultsFromPage(context: SandboxContext): SandboxReply {
  context.faults.clear();
  return redirectReply("/sandbox/faults");
}
