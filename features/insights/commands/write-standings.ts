import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { keptWindows } from "@/domain/metrics/window-preset";
import {
  figuresOfDistributors,
  STANDING_ORDERS,
  STANDINGS,
} from "@/features/insights/queries/figures-of-distributors";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/** A roll-up may have begun before the leaderboards were made and ended after. */
const overlapMs = 15 * 60_000;

const columns = Prisma.raw(
  "openings, visitors, new_buyers, buyers, orders, gross_fen, refund_fen, commission1_fen, commission2_fen, clawed_back_fen",
);

/** Makes the leaderboards of the usual windows anew whose days were rolled up since, and drops those of other windows. */
export async function writeStandings(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<void> {
  const windows = keptWindows(shanghaiDay(now));
  const from = windows.map((window) => window.from);
  const to = windows.map((window) => window.to);
  for (const table of ["distributor_window", "distributor_standing"]) {
    await tx.$executeRaw`${plannedAnew}
      delete from ${Prisma.raw(table)} d where d.merchant_id = ${merchantId}::uuid
        and (d.from_day, d.to_day) not in (select * from unnest(${from}::date[], ${to}::date[]))`;
  }
  const due = await tx.$queryRaw<DayWindow[]>`${plannedAnew}
    select to_char(w.from_day, 'YYYY-MM-DD') as from, to_char(w.to_day, 'YYYY-MM-DD') as to
    from unnest(${from}::date[], ${to}::date[]) w (from_day, to_day)
    left join distributor_window k
      on k.merchant_id = ${merchantId}::uuid and k.from_day = w.from_day and k.to_day = w.to_day
    where k.ranked_at is null or exists (
      select from rollup_day r where r.merchant_id = ${merchantId}::uuid and r.day >= w.from_day and r.day < w.to_day
        and r.rolled_at >= k.ranked_at - make_interval(secs => ${overlapMs / 1000}))`;
  if (due.length > 0) await rank(tx, { merchantId, now, due });
}

/** Keeps whoever is among the first of a window by one of the orders. */
async function rank(
  tx: MerchantTx,
  { merchantId, now, due }: { merchantId: string; now: Date; due: readonly DayWindow[] },
): Promise<void> {
  const places = Object.values(STANDING_ORDERS).map((value) =>
    Prisma.raw(
      `row_number() over (partition by from_day, to_day order by ${value} desc, distributor_id)`,
    ),
  );
  const from = due.map((window) => window.from);
  const to = due.map((window) => window.to);
  await tx.$executeRaw`${plannedAnew}
    delete from distributor_standing d where d.merchant_id = ${merchantId}::uuid
      and (d.from_day, d.to_day) in (select * from unnest(${from}::date[], ${to}::date[]))`;
  await tx.$executeRaw`${plannedAnew}
    with ${figuresOfDistributors(merchantId, due)}
    insert into distributor_standing (merchant_id, from_day, to_day, distributor_id, ${columns})
    select ${merchantId}::uuid, from_day, to_day, distributor_id, ${columns}
    from (select f.*, least(${Prisma.join(places)}) as place from figure f) placed
    where place <= ${STANDINGS}`;
  await tx.$executeRaw`${plannedAnew}
    insert into distributor_window (merchant_id, from_day, to_day, ranked_at)
    select ${merchantId}::uuid, from_day, to_day, ${now}
    from unnest(${from}::date[], ${to}::date[]) w (from_day, to_day)
    on conflict (merchant_id, from_day, to_day) do update set ranked_at = excluded.ranked_at`;
}
