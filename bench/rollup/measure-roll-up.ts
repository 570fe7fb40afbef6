import { asOwner } from "@/bench/checkout/two-databases";
import { type FilledShop, lastDay } from "@/bench/generator/filled-shop";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";

export type RollUpFigures = {
  days: number;
  wholeSeconds: number;
  /** From its facts to its figures and people, of the day with most events. */
  fullestDay: string;
  fullestDayEvents: number;
  fullestDaySeconds: number;
  rows: Record<string, number>;
};

/** When the generated shop's last day has been over for an hour. */
const afterLastDay = new Date(shanghaiDayRange(addDays(lastDay, 1)).from.getTime() + 3_600_000);

const rolledUp = [
  ...["day_person", "day_people", "dekad_people"],
  ...["day_figure", "dekad_figure", "month_figure"],
];

/** Rolls the whole shop up from nothing, and then its fullest day once more. */
export async function measureRollUp(
  shop: FilledShop,
  say: (sentence: string) => void,
): Promise<RollUpFigures> {
  const merchantId = authorizeMerchantId(shop.merchantId);
  await asOwner(shop.ownerUrl, (client) =>
    client.query(
      `truncate slice, rollup_dirty, rollup_day, rollup_state, ${rolledUp.join(", ")}; analyze`,
    ),
  );
  const [{ days }, wholeSeconds] = await timed(() => advanceRollUps(merchantId, afterLastDay));
  say(`${days} days from nothing: ${wholeSeconds} s`);
  const { day, events } = await asOwner(shop.ownerUrl, async (client) => {
    await client.query("vacuum analyze");
    const { rows } = await client.query<{ day: string; events: number }>(
      `select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*)::int as events
       from event group by 1 order by 2 desc limit 1`,
    );
    return rows[0] ?? { day: lastDay, events: 0 };
  });
  await asOwner(shop.ownerUrl, (client) =>
    client.query(
      `insert into rollup_dirty (merchant_id, what, day, marked_at)
       select $1, unnest(enum_range(null::dirty_what)), $2, '2000-01-01'`,
      [merchantId, day],
    ),
  );
  const [, fullestDaySeconds] = await timed(() => advanceRollUps(merchantId, afterLastDay));
  say(`${day} once more, ${events} events: ${fullestDaySeconds} s`);
  const rows: Record<string, number> = {};
  for (const table of rolledUp) rows[table] = await count(shop, table);
  return {
    days,
    wholeSeconds,
    fullestDay: day,
    fullestDayEvents: events,
    fullestDaySeconds,
    rows,
  };
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
