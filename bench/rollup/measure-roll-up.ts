import { asOwner } from "@/bench/checkout/two-databases";
import { type FilledShop, lastDay } from "@/bench/generator/filled-shop";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";

export type WholeFigures = { days: number; wholeSeconds: number };
export type DayFigures = {
  /** The day with most events, from its facts to its figures and people. */
  fullestDay: string;
  fullestDayEvents: number;
  /** Three times; the middle one. */
  fullestDaySeconds: number;
  fullestDayTimes: number[];
  rows: Record<string, number>;
};

/** When the generated shop's last day has been over for an hour. */
const afterLastDay = new Date(shanghaiDayRange(addDays(lastDay, 1)).from.getTime() + 3_600_000);

const rolledUp = [
  ...["day_person", "day_people", "dekad_people"],
  ...["day_figure", "dekad_figure", "month_figure"],
];

/** Rolls the whole shop up from nothing. */
export async function measureWhole(
  shop: FilledShop,
  say: (sentence: string) => void,
): Promise<WholeFigures> {
  const merchantId = authorizeMerchantId(shop.merchantId);
  await asOwner(shop.ownerUrl, (client) =>
    client.query(
      `truncate slice, rollup_dirty, rollup_day, rollup_state, ${rolledUp.join(", ")}; analyze`,
    ),
  );
  const [{ days }, wholeSeconds] = await timed(() => advanceRollUps(merchantId, afterLastDay));
  say(`${days} days from nothing: ${wholeSeconds} s`);
  await asOwner(shop.ownerUrl, (client) => client.query("vacuum analyze"));
  return { days, wholeSeconds };
}

/** Rolls the fullest day of a shop that is rolled up once more, three times. */
export async function measureDay(
  shop: FilledShop,
  say: (sentence: string) => void,
): Promise<DayFigures> {
  const merchantId = authorizeMerchantId(shop.merchantId);
  const { day, events } = await findFullestDay(shop);
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    await asOwner(shop.ownerUrl, (client) =>
      client.query(
        `insert into rollup_dirty (merchant_id, what, day, marked_at)
         select $1, unnest(enum_range(null::dirty_what)), $2, '2000-01-01'`,
        [merchantId, day],
      ),
    );
    const [, seconds] = await timed(() => advanceRollUps(merchantId, afterLastDay));
    say(`${day} once more, ${events} events: ${seconds} s`);
    times.push(seconds);
  }
  const rows: Record<string, number> = {};
  for (const table of rolledUp) rows[table] = await count(shop, table);
  const [, fullestDaySeconds = Number.NaN] = times.toSorted((one, other) => one - other);
  return {
    fullestDay: day,
    fullestDayEvents: events,
    fullestDaySeconds,
    fullestDayTimes: times,
    rows,
  };
}

async function findFullestDay(shop: FilledShop): Promise<{ day: string; events: number }> {
  const { rows } = await asOwner(shop.ownerUrl, (client) =>
    client.query<{ day: string; events: number }>(
      `select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*)::int as events
       from event group by 1 order by 2 desc limit 1`,
    ),
  );
  return rows[0] ?? { day: lastDay, events: 0 };
}

async function count(shop: FilledShop, table: string): Promise<number> {
  const { rows } = await asOwner(shop.ownerUrl, (client) =>
    client.query<{ count: number }>(`select count(*)::int as count from ${table}`),
  );
  return rows[0]?.count ?? 0;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const begin = performance.now();
  const result = await work();
  return [result, Math.round(performance.now() - begin) / 1_000];
}
