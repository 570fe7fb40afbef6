import {
  buildCohortTriangle,
  COHORT_BASES,
  COHORT_UNITS,
  type CohortBasis,
  type CohortRow,
  type CohortUnit,
  type RetentionPoint,
  retentionCurve,
} from "@/domain/metrics/cohort";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { listPeriods, periodOf } from "@/domain/metrics/window-periods";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** More cohorts than that nobody reads in one table: ten years of months, or two years of weeks. */
const MAX_COHORTS = 121;

export type RetentionBoard = {
  basis: CohortBasis;
  unit: CohortUnit;
  /** By which the cohorts' people came first; empty for all of them. */
  channel: string;
  /** Those that the window is not too long for. */
  units: CohortUnit[];
  /** The cohorts of the window's weeks or months, whole ones also at its ends, seen until today. */
  rows: CohortRow[];
  curve: RetentionPoint[];
  /** Of the cohorts of the window compared with. */
  curveBefore: RetentionPoint[] | null;
};

type Asked = {
  merchantId: string;
  request: ReadBoard;
  now: Date;
  basis?: string | undefined;
  unit?: string | undefined;
};

/** Everything that the board of retention shows (analytics.md, board 9); of the whole shop, or of a channel. */
export async function askRetentionBoard(
  tx: MerchantTx,
  { merchantId, request, now, ...asked }: Asked,
): Promise<RetentionBoard> {
  const { window, compare, slice } = request;
  const channel = slice.kind === "channel" ? slice.key : "";
  const basis = COHORT_BASES.find((one) => one === asked.basis) ?? "visit";
  const units = COHORT_UNITS.filter((one) => listPeriods(window, one).length <= MAX_COHORTS);
  const unit = units.find((one) => one === asked.unit) ?? "month";
  const read = (of: DayWindow) =>
    readTriangle(tx, { merchantId, basis, unit, channel, window: of, today: shanghaiDay(now) });
  const [rows, before] = await Promise.all([read(window), compare && read(compare)]);
  return {
    basis,
    unit,
    channel,
    units,
    rows,
    curve: retentionCurve(rows),
    curveBefore: before && retentionCurve(before),
  };
}

async function readTriangle(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    basis: CohortBasis;
    unit: CohortUnit;
    channel: string;
    window: DayWindow;
    today: string;
  },
): Promise<CohortRow[]> {
  const { merchantId, basis, unit, channel, window, today } = asked;
  // An order history may hold days that have not come yet: of those there are no periods.
  const cells = await tx.$queryRaw<
    { cohort: string; period: string; people: number }[]
  >`${plannedAnew}
    select to_char(cohort, 'YYYY-MM-DD') as cohort, to_char(period, 'YYYY-MM-DD') as period, people
    from cohort_cell
    where merchant_id = ${merchantId}::uuid and basis = ${basis} and unit = ${unit} and channel = ${channel}
      and cohort >= ${periodOf(window.from, unit).from}::date and cohort < ${window.to}::date
      and period <= ${today}::date`;
  const days = new Set(cells.flatMap(({ cohort, period }) => [cohort, period]));
  const keys = new Map([...days].map((day) => [day, periodOf(day, unit).key]));
  const keyOf = (day: string) => keys.get(day) ?? day;
  return buildCohortTriangle(
    cells.map(({ cohort, period, people }) => ({
      cohort: keyOf(cohort),
      period: keyOf(period),
      people,
    })),
    unit,
    today,
  );
}
