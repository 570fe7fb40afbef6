import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { PayoutRunView } from "@/features/payouts/schema";

const tones: Record<PayoutRunView["state"], BadgeTone> = {
  proposed: "warn",
  approved: "ok",
  refused: "quiet",
};

export function RunStateBadge({ state }: { state: PayoutRunView["state"] }) {
  const text = useTranslations("payouts.runs.state");
  return <Badge tone={tones[state]}>{text(state)}</Badge>;
}

/** Runs with who proposed and who decided. */
export function RunTable({ runs }: { runs: readonly PayoutRunView[] }) {
  const text = useTranslations("payouts.runs");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "no", label: text("no") },
        { key: "state", label: text("stateLabel") },
        { key: "count", label: text("count"), align: "right" },
        { key: "total", label: text("total"), align: "right" },
        { key: "proposed", label: text("proposedBy") },
        { key: "decided", label: text("decidedBy"), wideOnly: true },
      ]}
      rows={runs.map((run) => ({
        key: run.runId,
        cells: {
          no: (
            <Link
              href={`/merchant/finance/runs/${run.runId}`}
              className="text-leaf tabular-nums hover:underline"
            >
              {run.runNo}
            </Link>
          ),
          state: <RunStateBadge state={run.state} />,
          count: run.payoutCount,
          total: <Money fen={run.totalFen} />,
          proposed: (
            <>
              {run.proposedByName}
              <span className="block text-ink-faint text-xs">
                <Moment at={run.proposedAt} />
              </span>
            </>
          ),
          decided: run.decidedAt ? (
            <>
              {run.decidedByName}
              <span className="block text-ink-faint text-xs">
                <Moment at={run.decidedAt} />
              </span>
            </>
          ) : (
            "—"
          ),
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("none")}</p>}
    />
  );
}
