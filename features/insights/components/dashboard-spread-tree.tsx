import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { Panel } from "@/components/ui/panel";
import { halfWithin } from "@/domain/metrics/hop-wait";
import { writeFigure } from "@/features/insights/components/board-figure";
import { type BoardTable, insideOf } from "@/features/insights/components/board-table";
import { DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import {
  span,
  spreadHopTable,
  spreadWaitTable,
} from "@/features/insights/components/spread-tables";
import type { WholeSpread } from "@/features/insights/queries/ask-spread-board";
import { boardQuery, type TypedBoard } from "@/features/insights/schema";

const csv = "/merchant/insights/csv";

/** How deep the people of the window came in the tree, and how long each hop took. */
export function SpreadTreePanels({ whole, typed }: { whole: WholeSpread; typed: TypedBoard }) {
  const text = useTranslations("insights");
  const query = boardQuery(typed);
  const hops = spreadHopTable(whole, text, typed);
  const waits = spreadWaitTable(whole, text, typed);
  const half = halfWithin(whole.now.waits);
  return (
    <div id="hops" className="grid gap-4 xl:grid-cols-2">
      <Panel title={hops.caption} corner={<MetricDefinition metric="firstBrought" />}>
        <CountBars table={hops} />
        <DataBehind table={hops} csvHref={`${csv}/spread-hops?${query}`} />
      </Panel>
      <Panel title={waits.caption} corner={<MetricDefinition metric="hopWait" />}>
        {half !== null && (
          <p className="mb-3 text-sm">
            {half === "longer"
              ? text("spread.halfLonger")
              : text("spread.half", { span: span(half, text) })}
          </p>
        )}
        <CountBars table={waits} />
        <DataBehind table={waits} csvHref={`${csv}/spread-waits?${query}`} />
      </Panel>
    </div>
  );
}

/** The people of a table's rows as bars, with those of the window before. */
function CountBars({ table }: { table: BoardTable }) {
  const text = useTranslations("insights");
  const hasBefore = table.columns.some(({ key }) => key === "before");
  const items = table.rows.map(({ key, cells }) => {
    const before = countOf(cells.before);
    return {
      key,
      label: String(insideOf(cells.name)),
      size: countOf(cells.people),
      value: writeCount(countOf(cells.people)),
      ...(typeof cells.people === "object" && "href" in cells.people
        ? { href: cells.people.href }
        : {}),
      ...(hasBefore ? { before: { size: before, value: writeCount(before) } } : {}),
    };
  });
  if (items.every(({ size }) => size === 0)) {
    return <p className="text-sm text-ink-faint">{text("emptyTable")}</p>;
  }
  return <BarList label={table.caption} items={items} />;
}

function countOf(cell: Parameters<typeof insideOf>[0]): number {
  const inside = insideOf(cell);
  return typeof inside === "object" && "value" in inside ? Number(inside.value ?? 0) : 0;
}

function writeCount(value: number): string {
  return writeFigure({ unit: "count", value });
}
