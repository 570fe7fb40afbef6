import { QUESTIONS } from "@/domain/metrics/acts";
import { ratioBps } from "@/domain/metrics/compare";
import type { Figure } from "@/domain/metrics/figure";
import type { Measures } from "@/domain/metrics/measures";
import { SHARE_CHANNELS, type ShareChannelKey } from "@/domain/metrics/share-channels";
import type { DayWindow } from "@/domain/metrics/window";
import {
  listPeriods,
  type PeriodUnit,
  usualUnit,
  type WindowPeriod,
} from "@/domain/metrics/window-periods";
import { sumFen } from "@/domain/money/fen";
import { listSharePeople, type SharePerson } from "@/features/insights/queries/list-share-people";
import { noFigures } from "@/features/insights/queries/no-figures";
import { nobody } from "@/features/insights/queries/nobody";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { readSlicePeople } from "@/features/insights/queries/read-slice-people";
import { readSlices } from "@/features/insights/queries/read-slices";
import { readSpread, type Spread } from "@/features/insights/queries/read-spread";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const KEY_PEOPLE = 20;

type SpreadPeriod = { period: WindowPeriod; measures: Measures; before: Measures | null };

/** What is known of the whole shop only. */
export type WholeSpread = {
  now: Spread;
  before: Spread | null;
  channels: { channel: ShareChannelKey; measures: Measures }[];
  /** Gross sales of orders that came by a share ÷ all gross sales: of the same orders, so never above 1. */
  salesShare: Figure;
  keyPeople: SharePerson[];
};

export type SpreadBoard = {
  current: Measures;
  before: Measures | null;
  unit: PeriodUnit;
  periods: SpreadPeriod[];
  /** Null where one part of the shop is asked. */
  whole: WholeSpread | null;
};

/** Everything that the board of spread shows (analytics.md, board 3). */
export async function askSpreadBoard(
  tx: MerchantTx,
  { merchantId, request, now }: { merchantId: string; request: ReadBoard; now: Date },
): Promise<SpreadBoard> {
  const { window, compare, slice } = request;
  const unit = usualUnit(window);
  const periods = listPeriods(window, unit);
  const earlier = compare ? listPeriods(compare, unit).slice(0, periods.length) : [];
  const windows = [window, ...periods, ...earlier, ...(compare ? [compare] : [])];
  const [[current, ...rest], whole] = await Promise.all([
    readMeasures(tx, { merchantId, slice, windows }),
    slice.kind === "all" ? askWholeSpread(tx, { merchantId, window, compare, now }) : null,
  ]);
  if (!current) throw new Error("a window without measures");
  return {
    current,
    before: compare ? (rest.at(-1) ?? null) : null,
    unit,
    periods: periods.flatMap((period, at) => {
      const measures = rest[at];
      const isCompared = at < earlier.length;
      const before = isCompared ? (rest[periods.length + at] ?? null) : null;
      return measures ? [{ period, measures, before }] : [];
    }),
    whole: whole && withSalesShare(whole, current),
  };
}

async function askWholeSpread(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    window: DayWindow;
    compare: DayWindow | null;
    now: Date;
  },
): Promise<Omit<WholeSpread, "salesShare">> {
  const { merchantId, window, compare, now } = asked;
  const [channels, spread, before, keyPeople] = await Promise.all([
    readChannels(tx, { merchantId, window }),
    readSpread(tx, { merchantId, window, now }),
    compare ? readSpread(tx, { merchantId, window: compare, now }) : null,
    listSharePeople(tx, { merchantId, where: "everybody", limit: KEY_PEOPLE }),
  ]);
  return { now: spread, before, channels, keyPeople };
}

/** Which part of the shop's sales came by sharing. */
function withSalesShare(
  spread: Omit<WholeSpread, "salesShare">,
  { figures }: Measures,
): WholeSpread {
  const sharedFen = sumFen(spread.channels.map(({ measures }) => measures.figures.grossFen));
  return {
    ...spread,
    salesShare: { unit: "bps", value: ratioBps(sharedFen, figures.grossFen) },
  };
}

/** All channels at once: what each measures, and zeros for who brought nobody. */
async function readChannels(
  tx: MerchantTx,
  of: { merchantId: string; window: DayWindow },
): Promise<WholeSpread["channels"]> {
  const [kind, keys] = ["channel" as const, [...SHARE_CHANNELS]];
  const [people, listed] = await Promise.all([
    readSlicePeople(tx, { ...of, kind, keys }),
    readSlices(tx, { ...of, kind, keys }),
  ]);
  const figures = new Map(listed.map((one) => [one.key, one.figures]));
  return SHARE_CHANNELS.map((channel) => ({
    channel,
    measures: {
      figures: figures.get(channel) ?? noFigures(),
      people: people.get(channel) ?? nobody(QUESTIONS),
    },
  }));
}
