import { HOP_WAIT_MINUTES } from "@/domain/metrics/hop-wait";
import type { MeasuredMetric } from "@/domain/metrics/metric-list";
import { listPeriods } from "@/domain/metrics/window-periods";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { inDays, openingTo } from "@/features/insights/components/list-behind";
import type { SpreadBoard, WholeSpread } from "@/features/insights/queries/ask-spread-board";
import { boardQuery, type ReadBoard, type TypedBoard } from "@/features/insights/schema";

const right = { align: "right" } as const;

const periodMetrics = [
  "brought",
  "sharers",
  "shareRate",
  "openings",
  "reshareRate",
] as const satisfies readonly MeasuredMetric[];

const channelMetrics = [
  "openedLinks",
  "openings",
  "brought",
  "sharers",
  "paidOrders",
  "grossSales",
  "netSales",
] as const satisfies readonly MeasuredMetric[];

/** People brought and who brought them by day, week or month. */
export function spreadPeriodTable(
  { periods, unit, before }: SpreadBoard,
  text: InsightText,
  { typed, compare }: Pick<ReadBoard, "typed" | "compare">,
): BoardTable {
  const earlierPeriods = compare ? listPeriods(compare, unit) : [];
  return {
    caption: text("metric.spreadByPeriod.title"),
    columns: [
      { key: "period", label: text(`sales.unit.${unit}`) },
      ...periodMetrics.map((metric) => ({
        key: metric,
        label: text(`metric.${metric}.title`),
        ...right,
      })),
      ...(before ? [{ key: "before", label: text("spread.broughtBefore"), ...right }] : []),
    ],
    rows: periods.map(({ period, measures, before: earlier }, at) => {
      const own = inDays(typed, period);
      const cells: Record<string, BoardCell> = {
        period: period.whole ? period.key : text("sales.partOf", { period: period.key }),
        before: earlier
          ? openingTo("brought", earlier, inDays(typed, earlierPeriods[at] ?? period))
          : "",
      };
      for (const metric of periodMetrics) cells[metric] = openingTo(metric, measures, own);
      return { key: period.from, cells };
    }),
  };
}

/** Shares by the way in which they were passed on. */
export function spreadChannelTable(
  { channels }: WholeSpread,
  text: InsightText,
  typed: TypedBoard,
): BoardTable {
  return {
    caption: text("spread.byChannel"),
    columns: [
      { key: "channel", label: text("slice.channel") },
      ...channelMetrics.map((metric) => ({
        key: metric,
        label: text(`metric.${metric}.title`),
        ...right,
      })),
    ],
    rows: channels.map(({ channel, measures }) => {
      const own = { ...typed, slice: `channel:${channel}` };
      const cells: Record<string, BoardCell> = {
        channel: {
          of: text(`channel.${channel}`),
          href: `/merchant/insights/spread?${boardQuery(own)}`,
        },
      };
      for (const metric of channelMetrics) cells[metric] = openingTo(metric, measures, own);
      return { key: channel, cells };
    }),
  };
}

/** People brought for the first time by their hops from a root. */
export function spreadHopTable(
  whole: WholeSpread,
  text: InsightText,
  typed: TypedBoard,
): BoardTable {
  return countTable(
    whole.now.depths.map((people, at) => ({
      key: String(at + 1),
      name: text("shareGraph.hopName", { hop: at + 1 }),
      people,
      before: whole.before?.depths[at] ?? 0,
      href: broughtHref(typed, { hop: String(at + 1) }),
    })),
    {
      caption: text("metric.firstBrought.title"),
      name: text("shareGraph.hop"),
      compared: whole.before !== null,
    },
    text,
  );
}

/** The same people by how long whoever brought them had been there. */
export function spreadWaitTable(
  whole: WholeSpread,
  text: InsightText,
  typed: TypedBoard,
): BoardTable {
  return countTable(
    whole.now.waits.map((people, at) => ({
      key: String(at),
      name: waitName(at, text),
      people,
      before: whole.before?.waits[at] ?? 0,
      href: broughtHref(typed, { wait: String(at) }),
    })),
    {
      caption: text("metric.hopWait.title"),
      name: text("spread.wait"),
      compared: whole.before !== null,
    },
    text,
  );
}

/** The people brought for the first time in the window: of a hop, of a class of waits, or of K7. */
export function broughtHref(
  typed: TypedBoard,
  part: { hop?: string; wait?: string; soon?: string },
): string {
  return `/merchant/insights/brought?${boardQuery({ ...typed, slice: "" }, part)}`;
}

/** A class of waits in words: "3 小时至 6 小时"; the last has no end. */
export function waitName(at: number, text: InsightText): string {
  const [from, to] = [HOP_WAIT_MINUTES[at - 1], HOP_WAIT_MINUTES[at]];
  if (to === undefined) return text("spread.longer", { span: span(from ?? 0, text) });
  if (from === undefined) return text("spread.within", { span: span(to, text) });
  return text("spread.between", { from: span(from, text), to: span(to, text) });
}

/** Minutes in the largest unit that they fill wholly. */
export function span(minutes: number, text: InsightText): string {
  if (minutes % 1_440 === 0) return text("spread.days", { count: minutes / 1_440 });
  if (minutes % 60 === 0) return text("spread.hours", { count: minutes / 60 });
  return text("spread.minutes", { count: minutes });
}

function countTable(
  rows: readonly { key: string; name: string; people: number; before: number; href: string }[],
  { caption, name, compared }: { caption: string; name: string; compared: boolean },
  text: InsightText,
): BoardTable {
  return {
    caption,
    columns: [
      { key: "name", label: name },
      { key: "people", label: text("shareGraph.people"), ...right },
      ...(compared ? [{ key: "before", label: text("spread.peopleBefore"), ...right }] : []),
    ],
    rows: rows.map(({ key, name: word, people, before, href }) => ({
      key,
      cells: {
        name: word,
        people: { of: { unit: "count", value: people }, href },
        before: { unit: "count", value: before },
      },
    })),
  };
}
