import { countDays } from "@/domain/metrics/calendar-day";
import type { DayWindow } from "@/domain/metrics/window";
import type { Fen } from "@/domain/money/fen";
import { findRolledUntil } from "@/features/stock/queries/find-rolled-until";
import { skuWindows } from "@/features/stock/queries/sku-windows";
import { begunPart } from "@/features/stock/queries/sum-stock";
import type { SlowMover, StockPart } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = {
  skuId: string;
  code: string;
  title: string;
  units: bigint;
  fen: Fen;
  lastSoldDay: string | null;
  stillSince: string;
};

/**
 * Slow movers 滞销 at the window's end: on hand, and not sold for that many days, or never since they
 * came. Those that bind the most money first.
 */
export async function listSlowMovers(
  tx: MerchantTx,
  question: {
    merchantId: string;
    part: StockPart;
    window: DayWindow;
    slowDays: number;
    now: Date;
    limit: number;
  },
): Promise<SlowMover[]> {
  const { merchantId, part, slowDays, now, limit } = question;
  const window = begunPart(question.window, now);
  const rolledUntil = await findRolledUntil(tx, merchantId);
  const rows = await tx.$queryRaw<Row[]>`
    with ${skuWindows({ merchantId, part, windows: [window], rolledUntil })},
    slow as (
      select *, coalesce(last_sold_day, last_received_day, first_day) as still_since from sku_window
      where closing_units > 0
        and coalesce(last_sold_day, last_received_day, first_day) < to_day - ${slowDays}::int
      order by closing_fen desc, sku_id limit ${limit})
    select w.sku_id as "skuId", k.code, concat_ws(' ', p.title, nullif(k.option_name, '')) as title,
      w.closing_units::bigint as units, w.closing_fen::bigint as fen,
      to_char(w.last_sold_day, 'YYYY-MM-DD') as "lastSoldDay",
      to_char(w.still_since, 'YYYY-MM-DD') as "stillSince"
    from slow w
    join sku k on k.merchant_id = ${merchantId}::uuid and k.id = w.sku_id
    join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
    order by w.closing_fen desc, w.sku_id`;
  return rows.map(({ units, fen, stillSince, ...row }) => ({
    ...row,
    onHand: { units: Number(units), valueFen: fen },
    stillDays: countDays(stillSince, window.to) - 1,
  }));
}
