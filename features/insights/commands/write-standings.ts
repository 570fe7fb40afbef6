import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { keptWindows } from "@/domain/metrics/window-preset";
import { firstOfDistributors } from "@/features/insights/queries/figures-of-distributors";
import type { MerchantTx } from "@/lib/db/in-merchant";
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
    await tx.$executeRaw`
      delete from ${Prisma.raw(table)} d where d.merchant_id = ${merchantId}::uuid
        and (d.from_day, d.to_day) not in (select * from unnest(${from}::date[], ${to}::date[]))`;
  }
  const due = await tx.$queryRaw<DayWindow[]>`
    select to_char(w.from_day, 'YYYY-MM-DD') as from, to_char(w.to_day, 'YYYY-MM-DD') as to
    from unnest(${from}::date[], ${to}::date[]) w (from_day, to_day)
    left join distributor_window k
      on k.merchant_id = ${merchantId}::uuid and k.from_day = w.from_day and k.to_day = w.to_day
    where k.ranked_at is null or exists (
      select from rollup_day r where r.merchant_id = ${merchantId}::uuid and r.day >= w.from_day and r.day < w.to_day
        and r.rolled_at >= k.ranked_at - make_interval(secs => ${overlapMs / 1000}))`;
  for (const window of due) await writeStanding(tx, { merchantId, now, window });
}

async function writeStanding(
  tx: MerchantTx,
  { merchantId, now, window }: { merchantId: string; now: Date; window: DayWindow },
): Promise<void> {
  const { from, to } = window;
  await tx.$executeRaw`
    delete from distributor_standing where merchant_id = ${merchantId}::uuid
      and from_day = ${from}::date and to_day = ${to}::date`;
  await tx.$executeRaw`
    with ${firstOfDistributors(merchantId, window)}
    insert into distributor_standing (merchant_id, from_day, to_day, distributor_id, ${columns})
    select ${merchantId}::uuid, ${from}::date, ${to}::date, distributor_id, ${columns} from standing`;
  await tx.$executeRaw`
    insert into distributor_window (merchant_id, from_day, to_day, ranked_at)
    values (${merchantId}::uuid, ${from}::date, ${to}::date, ${now})
    on conflict (merchant_id, from_day, to_day) do update set ranked_at = excluded.ranked_at`;
}
