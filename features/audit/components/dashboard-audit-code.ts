import type { useTranslations } from "next-intl";
import type { AuditDetails } from "@/features/audit/schema";

type Text = Pick<ReturnType<typeof useTranslations<never>>, "has"> & ((key: string) => string);

/** Where the catalogues name the codes that a detail can hold; the first that knows one counts. */
const CODE_NAMES: { readonly [Name in keyof AuditDetails]: readonly string[] } = {
  attributionMode: ["settings.policy"],
  before: ["insights.rfm.name"],
  channel: ["payouts.channel"],
  columns: ["history.field"],
  failure: ["history.failure"],
  hideReason: ["reviews.hideReason"],
  reason: ["payouts.audit.reasonOf", "payouts.trouble", "stock.movement.of"],
  role: ["role"],
  scope: ["rules.scopes"],
  segment: ["insights.rfm.name", "insights.rfm"],
  status: ["products.status"],
  verdict: ["insights.anomalies.reportState"],
};

/**
 * What an entry noted, in words: a code, or several between commas, under the name that the screens give
 * it. What people wrote, and WeChat's own codes, stay as they are.
 */
export function auditCode(name: string, value: string, text: Text): string {
  const folders = Object.entries(CODE_NAMES).find(([known]) => known === name)?.[1] ?? [];
  const codes = value.split(", ");
  if (!codes.every((code) => /^\w+$/.test(code))) return value;
  return codes.map((code) => nameOf(folders, code, text)).join(" · ");
}

function nameOf(folders: readonly string[], code: string, text: Text): string {
  const key = folders.map((folder) => `${folder}.${code}`).find((one) => text.has(one));
  return key === undefined ? code : text(key);
}
