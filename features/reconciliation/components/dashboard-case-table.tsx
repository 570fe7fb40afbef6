import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { CaseReference } from "@/features/reconciliation/components/dashboard-case-reference";
import type { CaseView } from "@/features/reconciliation/schema";

const dayMs = 86_400_000;

/** Cases with their amounts, whose they are and how old they have become. */
export function CaseTable({
  cases,
  now,
  empty,
}: {
  cases: readonly CaseView[];
  now: Date;
  empty: string;
}) {
  const text = useTranslations("reconciliation");
  const ageOf = ({ openedAt, closedAt }: CaseView) => {
    const days = Math.floor(((closedAt ?? now).getTime() - openedAt.getTime()) / dayMs);
    return days < 1 ? text("ageToday") : text("ageDays", { days });
  };
  return (
    <DataTable
      caption={text("cases")}
      columns={[
        { key: "what", label: text("what") },
        { key: "day", label: text("day") },
        { key: "ours", label: text("ours"), align: "right" },
        { key: "theirs", label: text("theirs"), align: "right" },
        { key: "owner", label: text("owner"), wideOnly: true },
        { key: "age", label: text("age"), align: "right", wideOnly: true },
      ]}
      rows={cases.map((one) => ({
        key: one.caseId,
        cells: {
          what: (
            <Link
              href={`/merchant/finance/reconciliation/${one.caseId}`}
              className="text-leaf hover:underline"
            >
              {text(`kind.${one.kind}`)}
              <span className="block text-ink-faint text-xs break-all">
                {one.lineKind !== "other" && `${text(`lineKind.${one.lineKind}`)} · `}
                <CaseReference reference={one.reference} />
              </span>
            </Link>
          ),
          day: <span className="whitespace-nowrap tabular-nums">{one.day}</span>,
          ours: one.oursFen === null ? "—" : <Money fen={one.oursFen} />,
          theirs: one.theirsFen === null ? "—" : <Money fen={one.theirsFen} />,
          owner: one.ownerName ?? text("nobody"),
          age: ageOf(one),
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{empty}</p>}
    />
  );
}
