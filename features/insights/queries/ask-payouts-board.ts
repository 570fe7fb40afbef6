import type { Measures } from "@/domain/metrics/measures";
import { type DayWindow, windowDays } from "@/domain/metrics/window";
import { listPeriods, type PeriodUnit, type WindowPeriod } from "@/domain/metrics/window-periods";
import { distributorOfPart } from "@/features/insights/queries/distributor-of-part";
import { punctualityOfDistributor } from "@/features/insights/queries/punctuality-of-distributor";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { type Punctuality, readPunctuality } from "@/features/insights/queries/read-punctuality";
import type { ReadBoard, Slice } from "@/features/insights/schema";
import {
  getOperatingBalance,
  type OperatingBalance,
} from "@/features/payouts/queries/get-operating-balance";
import { getPayoutCoverage } from "@/features/payouts/queries/get-payout-coverage";
import { type OpenPayoutsView, sumOpenPayouts } from "@/features/payouts/queries/sum-open-payouts";
import { type OwedBalances, sumOwedBalances } from "@/features/payouts/queries/sum-owed-balances";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

const wholeShop = { kind: "all", key: "" } as const;

export type PayoutPeriod = { period: WindowPeriod; due: number; onTime: number };

/** What a shop owes and what lies ready for it, when it was last summed. */
export type PayoutOwed = OwedBalances & {
  summedAt: Date;
  owedFen: bigint;
  balance: OperatingBalance | null;
};

export type PayoutsBoard = {
  current: Punctuality;
  before: Punctuality | null;
  measures: Measures;
  measuresBefore: Measures | null;
  unit: PeriodUnit;
  periods: PayoutPeriod[];
  /** As they stand now, whatever the window; null of one distributor, who has an account of their own. */
  now: { open: OpenPayoutsView; owed: PayoutOwed } | null;
};

/** Everything that the board of payouts shows (analytics.md, board 13), of the shop or of one distributor. */
export async function askPayoutsBoard(
  tx: MerchantTx,
  { merchantId, request, now }: { merchantId: string; request: ReadBoard; now: Date },
): Promise<PayoutsBoard> {
  const { window, compare } = request;
  const windows = compare ? [window, compare] : [window];
  const distributorId = distributorOfPart(request.slice);
  const slice: Slice = distributorId ? { kind: "distributor", key: distributorId } : wholeShop;
  const unit = unitOf(window);
  const asked = { merchantId, window, compare, now, periods: listPeriods(window, unit) };
  const [[measures, measuresBefore = null], paid] = await Promise.all([
    readMeasures(tx, { merchantId, slice, windows }),
    distributorId ? readOne(tx, asked, distributorId) : readShop(tx, asked),
  ]);
  if (!measures) throw new Error("a window without measures");
  return { ...paid, measures, measuresBefore, unit };
}

type Asked = {
  merchantId: string;
  window: DayWindow;
  compare: DayWindow | null;
  now: Date;
  periods: WindowPeriod[];
};
type Paid = Pick<PayoutsBoard, "current" | "before" | "periods" | "now">;

async function readShop(tx: MerchantTx, asked: Asked): Promise<Paid> {
  const { merchantId, window, compare, now, periods } = asked;
  const [current, before, paid, open, owed] = await Promise.all([
    readPunctuality(tx, { merchantId, window }),
    compare ? readPunctuality(tx, { merchantId, window: compare }) : null,
    listPayoutPeriods(tx, merchantId, periods),
    sumOpenPayouts(tx, { merchantId, now }),
    readOwed(tx, merchantId, now),
  ]);
  return { current, before, periods: paid, now: { open, owed } };
}

async function readOne(tx: MerchantTx, asked: Asked, distributorId: string): Promise<Paid> {
  const { merchantId, window, compare, now, periods } = asked;
  const windows = [window, ...periods, ...(compare ? [compare] : [])];
  const read = await punctualityOfDistributor(tx, { merchantId, distributorId, windows, now });
  const [current, ...others] = read;
  if (!current) throw new Error("a window that was not answered");
  return {
    current,
    before: compare ? (others.at(-1) ?? null) : null,
    periods: periods.map((period, at) => {
      const { due = 0, onTime = 0 } = others[at] ?? {};
      return { period, due, onTime };
    }),
    now: null,
  };
}

/** Few withdrawals fall due on one day: in a long window single days tell nothing. */
function unitOf(window: DayWindow): PeriodUnit {
  const days = windowDays(window);
  if (days <= 31) return "day";
  return days <= 366 ? "week" : "month";
}

async function listPayoutPeriods(
  tx: MerchantTx,
  merchantId: string,
  periods: readonly WindowPeriod[],
): Promise<PayoutPeriod[]> {
  const rows = await tx.$queryRaw<{ at: number; due: number; onTime: number }[]>`${plannedAnew}
    select w.at::int as at, sum(d.due)::int as due, sum(d.on_time)::int as "onTime"
    from unnest(${periods.map(({ from }) => from)}::date[], ${periods.map(({ to }) => to)}::date[])
      with ordinality w (from_day, to_day, at)
    join payout_day d on d.merchant_id = ${merchantId}::uuid and d.day >= w.from_day and d.day < w.to_day
    group by w.at`;
  const found = new Map(rows.map((row) => [row.at, row]));
  return periods.map((period, at) => {
    const { due = 0, onTime = 0 } = found.get(at + 1) ?? {};
    return { period, due, onTime };
  });
}

/**
 * The sums over all accounts as they were kept; a shop for which nothing was kept yet is small enough to be summed
 * now. The balance is always the one that is known now: the finance page shows the same.
 */
async function readOwed(tx: MerchantTx, merchantId: string, now: Date): Promise<PayoutOwed> {
  const [kept, ready] = await Promise.all([
    tx.payoutOwed.findFirst({ where: { merchantId } }),
    getOperatingBalance(tx, { merchantId }),
  ]);
  if (!kept) {
    const { owedFen, balance } = await getPayoutCoverage(tx, { merchantId });
    return { ...(await sumOwedBalances(tx, merchantId)), summedAt: now, owedFen, balance };
  }
  const { merchantId: _id, ...sums } = kept;
  return { ...sums, balance: ready };
}
