import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FinanceAttention } from "@/features/payouts/queries/count-finance-attention";

const pages: Readonly<Record<keyof FinanceAttention, string>> = {
  toPropose: "/merchant/finance/runs",
  toDecide: "/merchant/finance/runs",
  toExport: "/merchant/finance/bank",
  toMark: "/merchant/finance/bank",
  blocked: "/merchant/finance/payouts?waitsFor=shop",
  overdue: "/merchant/finance/payouts?due=overdue",
  stuckRefunds: "/merchant/orders?refund=stuck",
  noTaxRule: "/merchant/finance/tax",
  openCases: "/merchant/finance/reconciliation",
};
const kinds = [
  "noTaxRule",
  "overdue",
  "blocked",
  "toPropose",
  "toDecide",
  "toExport",
  "toMark",
  "stuckRefunds",
  "openCases",
] as const satisfies readonly (keyof FinanceAttention)[];

/** What waits for a person, each with the way to it. */
export function FinanceAttentionList({ attention }: { attention: FinanceAttention }) {
  const text = useTranslations("payouts.finance");
  const waiting = kinds.filter((kind) => attention[kind] > 0);
  if (waiting.length === 0) return <p className="text-ink-faint text-sm">{text("allDone")}</p>;
  return (
    <ul className="grid divide-y divide-line text-sm">
      {waiting.map((kind) => (
        <li key={kind}>
          <Link
            href={pages[kind]}
            className="flex min-h-11 items-center justify-between gap-3 hover:underline"
          >
            {text(`attention.${kind}`)}
            <span className="rounded-full bg-warn-soft px-2.5 py-0.5 text-warn tabular-nums">
              {attention[kind]}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
