import { useTranslations } from "next-intl";

/** The number that a case is about, or in words what of the bill as a whole. */
export function CaseReference({ reference }: { reference: string }) {
  const text = useTranslations("reconciliation");
  if (reference === "rate") return text("rateReference");
  if (reference === "bill") return text("billReference");
  return <span className="tabular-nums">{reference}</span>;
}
