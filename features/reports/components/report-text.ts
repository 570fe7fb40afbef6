import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "whom",
  "sharer",
  "somebody",
  "about",
  "about_hint",
  "content",
  "content_hint",
  "submit",
  "thanks",
  "thanks_hint",
] as const;

export type ReportText = Record<(typeof keys)[number], string>;

/** The sentences of the form, handed over by the server so that no catalogue is shipped. */
export function reportText(): ReportText {
  const entries = keys.map((key) => [key, mallText(`mall.report.${key}`)]);
  return Object.fromEntries(entries) as ReportText;
}
