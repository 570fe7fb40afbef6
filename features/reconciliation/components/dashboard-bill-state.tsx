import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { BillView } from "@/features/reconciliation/schema";

const tones: Record<string, BadgeTone> = {
  matched: "ok",
  explained: "info",
  different: "warn",
  failed: "danger",
};

/** What became of a day's bill; differences that all have their end count as explained. */
export function BillState({ bill }: { bill: BillView | null }) {
  const text = useTranslations("reconciliation");
  if (!bill) return <Badge>{text("never")}</Badge>;
  const isExplained = bill.state === "different" && bill.openCases === 0;
  const state = isExplained ? "explained" : bill.state;
  return (
    <>
      <Badge tone={tones[state] ?? "quiet"}>{text(`state.${state}`)}</Badge>
      {bill.openCases > 0 && (
        <span className="ml-2 text-warn text-xs whitespace-nowrap">
          {text("openCases", { count: bill.openCases })}
        </span>
      )}
      {bill.failure && <BillFailure failure={bill.failure} />}
    </>
  );
}

/** A reason such as "wrong_totals:14", the number being a line of the file. */
export function BillFailure({ failure }: { failure: string }) {
  const text = useTranslations("reconciliation");
  const [reason = "", line] = failure.split(":");
  return (
    <span className="block text-ink-faint text-xs">
      {text.has(`failure.${reason}`) ? text(`failure.${reason}`) : reason}
      {line && ` · ${text("line", { line })}`}
    </span>
  );
}
