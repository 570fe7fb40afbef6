import { DUE_GROUPS, sumByDue } from "@/domain/payouts/due-groups";
import { onTimeRateBps } from "@/domain/payouts/on-time-rate";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import type { PayoutsBoard } from "@/features/insights/queries/ask-payouts-board";
import type { DuePayoutList } from "@/features/payouts/queries/list-due-payouts";
import type { PayoutView } from "@/features/payouts/schema";
import { formatMinute } from "@/lib/i18n/shanghai-time";

const right = { align: "right" } as const;
const list = "/merchant/finance/payouts";
const dueHref = (due: string) => `${list}?due=${encodeURIComponent(due)}`;

type Open = Pick<NonNullable<PayoutsBoard["now"]>, "open">;

/** Open withdrawals by their state. */
export function payoutStateTable({ open }: Open, text: InsightText): BoardTable {
  return sumTable(
    text,
    text("payouts.byState"),
    open.byState.map(({ state, count, grossFen }) => ({
      key: state,
      name: text(`payouts.state.${state}`),
      href: `${list}?state=${state}`,
      count,
      grossFen,
    })),
  );
}

/** Open withdrawals by how soon they are due. */
export function payoutDueTable({ open }: Open, today: string, text: InsightText): BoardTable {
  return sumTable(
    text,
    text("payouts.byDue"),
    sumByDue(DUE_GROUPS, open.byDueDay, today).map(({ due, ...sum }) => ({
      key: due,
      name: text(`payouts.dueGroup.${due}`),
      href: dueHref(due),
      ...sum,
    })),
  );
}

/** Open withdrawals by how long they have been late. */
export function payoutAgeTable({ open }: Open, text: InsightText): BoardTable {
  return sumTable(
    text,
    text("payouts.ageing"),
    open.ageing.map(({ bucket, ...sum }) => ({
      key: bucket,
      name: text(`payouts.age.${bucket}`),
      href: dueHref(bucket),
      ...sum,
    })),
  );
}

function sumTable(
  text: InsightText,
  caption: string,
  rows: readonly { key: string; name: string; href: string; count: number; grossFen: bigint }[],
): BoardTable {
  return {
    caption,
    columns: [
      { key: "name", label: caption },
      { key: "count", label: text("payouts.count"), ...right },
      { key: "fen", label: text("payouts.gross"), ...right },
    ],
    rows: rows.map(({ key, name, href, count, grossFen }) => ({
      key,
      cells: {
        name: count > 0 ? { of: name, href } : name,
        count: { unit: "count", value: count },
        fen: { unit: "fen", value: grossFen },
      },
    })),
  };
}

/** How many were due and paid on time by day, week or month of their due dates. */
export function payoutPeriodTable(
  { periods, unit }: PayoutsBoard,
  text: InsightText,
  hrefOf: (from: string, to: string) => string,
): BoardTable {
  return {
    caption: text("payouts.overTime"),
    columns: [
      { key: "period", label: text(`sales.unit.${unit}`) },
      { key: "due", label: text("metric.payoutsDue.title"), ...right },
      { key: "onTime", label: text("payouts.onTime"), ...right },
      { key: "rate", label: text("metric.payoutOnTimeRate.title"), ...right },
    ],
    rows: periods.map(({ period, due, onTime }) => ({
      key: period.from,
      cells: {
        period: {
          of: period.whole ? period.key : text("sales.partOf", { period: period.key }),
          href: hrefOf(period.from, period.to),
        },
        due: { unit: "count", value: due },
        onTime: { unit: "count", value: onTime },
        rate: { unit: "bps", value: onTimeRateBps({ due, onTime }) },
      },
    })),
  };
}

/** The withdrawals behind the on-time rate. */
export function duePayoutsTable(
  payouts: readonly PayoutView[],
  which: DuePayoutList,
  text: InsightText,
): BoardTable {
  return {
    caption: text(`payouts.list.${which}`),
    columns: [
      { key: "no", label: text("payouts.no") },
      { key: "who", label: text("slice.distributor") },
      { key: "state", label: text("payouts.stateHead") },
      { key: "due", label: text("payouts.dueAt") },
      { key: "paid", label: text("payouts.paidAt") },
      { key: "fen", label: text("payouts.gross"), ...right },
    ],
    rows: payouts.map((one) => ({
      key: one.payoutId,
      cells: {
        no: { of: one.payoutNo, href: `${list}/${one.payoutId}` },
        who: {
          of: one.distributorName,
          href: `/merchant/finance/accounts/${one.distributorId}`,
        },
        state: text(`payouts.state.${one.state}`),
        due: formatMinute(one.dueAt),
        paid: one.paidAt ? formatMinute(one.paidAt) : text("payouts.unpaid"),
        fen: { unit: "fen", value: one.grossFen },
      },
    })),
  };
}
