import type { RetentionPoint } from "@/domain/metrics/cohort";
import { nameCell } from "@/features/insights/components/behind-tables";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import type { RetentionBoard } from "@/features/insights/queries/ask-retention-board";
import type { CohortPerson } from "@/features/insights/queries/list-cohort-people";
import type { CohortQuestion } from "@/features/insights/queries/read-cohort-question";

const right = { align: "right" } as const;

/** The metric of a board's triangle. */
export function retentionMetric({ basis }: Pick<RetentionBoard, "basis">) {
  return basis === "order" ? "retentionByOrder" : "retentionByVisit";
}

/** Where a cell opens to: the people of the cohort who acted in the period. */
export function cohortPeopleHref(
  { basis, unit, channel }: Pick<RetentionBoard, "basis" | "unit" | "channel">,
  { cohort, period }: { cohort: string; period: string },
): string {
  const query = new URLSearchParams({ basis, unit, channel, cohort, period });
  if (!channel) query.delete("channel");
  return `/merchant/insights/retention/people?${query}`;
}

/** The triangle as a list: a row per cohort and period, up to that many periods after the first. */
export function retentionTable(
  board: RetentionBoard,
  text: InsightText,
  upTo = Number.POSITIVE_INFINITY,
): BoardTable {
  return {
    caption: text(`metric.${retentionMetric(board)}.title`),
    columns: [
      { key: "cohort", label: text("retention.cohort") },
      { key: "size", label: text("retention.size"), ...right },
      { key: "period", label: text("retention.period") },
      { key: "later", label: text("retention.since"), ...right },
      { key: "acted", label: text("retention.acted"), ...right },
      { key: "share", label: text("retention.share"), ...right },
      { key: "state", label: text("retention.state"), wideOnly: true },
    ],
    rows: board.rows.flatMap(({ cohort, people, cells }) =>
      cells.slice(0, upTo + 1).map((cell, later) => ({
        key: `${cohort} ${cell.period}`,
        cells: {
          cohort,
          size: { unit: "count", value: people },
          period: cell.period,
          later: { unit: "count", value: later },
          acted: {
            of: { unit: "count", value: cell.people },
            href: cohortPeopleHref(board, { cohort, period: cell.period }),
          },
          share: { unit: "bps", value: cell.ofCohortBps },
          state: text(cell.isOver ? "retention.over" : "retention.running"),
        },
      })),
    ),
  };
}

/** The points of the curve, beside them those of the cohorts compared with. */
export function curveTable(
  { curve, curveBefore, unit }: RetentionBoard,
  text: InsightText,
): BoardTable {
  const before = curveBefore ?? [];
  const points = curve.length >= before.length ? curve : before;
  return {
    caption: text("metric.retentionCurve.title"),
    columns: [
      { key: "later", label: text("retention.since") },
      { key: "cohorts", label: text("retention.cohorts"), ...right },
      { key: "size", label: text("retention.size"), ...right },
      { key: "acted", label: text("retention.acted"), ...right },
      { key: "share", label: text("metric.retentionCurve.title"), ...right },
      ...(curveBefore ? [{ key: "before", label: text("retention.before"), ...right }] : []),
    ],
    rows: points.map(({ later }, at) => ({
      key: String(later),
      cells: {
        later: text(`retention.later.${unit}`, { later }),
        ...figuresOf(curve[at]),
        before: { unit: "bps", value: before[at]?.rateBps ?? null },
      },
    })),
  };
}

function figuresOf(point: RetentionPoint | undefined): Record<string, BoardCell> {
  return {
    cohorts: { unit: "count", value: point?.cohorts ?? null },
    size: { unit: "count", value: point?.people ?? null },
    acted: { unit: "count", value: point?.returned ?? null },
    share: { unit: "bps", value: point?.rateBps ?? null },
  };
}

/** The people behind a cell; customers open to their page. */
export function cohortPeopleTable(
  rows: readonly CohortPerson[],
  { basis, cohort, period }: CohortQuestion,
  text: InsightText,
): BoardTable {
  return {
    caption: text(`retention.peopleOf.${basis}`, { cohort: cohort.key, period: period.key }),
    columns: [
      { key: "name", label: text("behind.person") },
      { key: "firstDay", label: text(`retention.first.${basis}`) },
      { key: "lastDay", label: text("behind.lastDay") },
      ...(basis === "visit" ? [{ key: "days", label: text("behind.days"), ...right }] : []),
      { key: "orders", label: text("metric.paidOrders.title"), ...right },
    ],
    rows: rows.map((row, at) => ({
      key: row.customerId ?? `${row.firstDay}-${at}`,
      cells: {
        name: nameCell(row, text),
        firstDay: row.firstDay,
        lastDay: row.lastDay,
        days: { unit: "count", value: row.days },
        orders: { unit: "count", value: row.orders },
      },
    })),
  };
}
