import type { useTranslations } from "next-intl";

type Text = Pick<ReturnType<typeof useTranslations<"payouts.audit">>, "has"> &
  ((key: string) => string);

/** What was done, as a sentence; the bare name for what an older version of the program recorded. */
export function auditSentence(action: string, text: Text): string {
  const key = `action.${action}`;
  return text.has(key) ? text(key) : action;
}
