import type { Question } from "@/domain/metrics/acts";
import type { DayWindow } from "@/domain/metrics/window";
import { STANDINGS, type StandingOrder } from "@/features/insights/queries/figures-of-distributors";
import { listSlices } from "@/features/insights/queries/list-slices";
import type { SliceOrder } from "@/features/insights/queries/order-column";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

type Asked = { merchantId: string; window: DayWindow };

const figureOf: Partial<Record<StandingOrder, SliceOrder>> = {
  netSales: "netFen",
  paidOrders: "orders",
  commissionPromised: "commissionFen",
  openings: "openings",
};

/** The ids of a window's first distributors by one figure, from the months and days of all of them. */
export async function listFirstDistributors(
  tx: MerchantTx,
  { merchantId, window, order }: Asked & { order: StandingOrder },
): Promise<string[]> {
  const figure = figureOf[order];
  if (figure) {
    const kind = "distributor";
    const asked = { merchantId, kind, window, order: figure, limit: STANDINGS } as const;
    return (await listSlices(tx, asked)).map(({ key }) => key);
  }
  if (order === "newBuyers") return firstByNewBuyers(tx, { merchantId, window });
  return firstByPeople(tx, { merchantId, window }, order === "buyers" ? "buyers" : "visitors");
}

async function firstByNewBuyers(tx: MerchantTx, { merchantId, window }: Asked): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`${plannedAnew}
    select f.distributor_id::text as key from first_order_day f
    join distributor d on d.merchant_id = f.merchant_id and d.id = f.distributor_id
    where f.merchant_id = ${merchantId}::uuid and f.day >= ${window.from}::date and f.day < ${window.to}::date
    group by f.distributor_id order by sum(f.buyers) desc, f.distributor_id limit ${STANDINGS}`;
  return rows.map(({ key }) => key);
}

async function firstByPeople(
  tx: MerchantTx,
  { merchantId, window }: Asked,
  question: Question,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`${plannedAnew}
    select s.key from slice s
    join day_people p on p.merchant_id = s.merchant_id and p.slice_id = s.id and p.question = ${question}
      and p.day >= ${window.from}::date and p.day < ${window.to}::date
    where s.merchant_id = ${merchantId}::uuid and s.kind = 'distributor'
    group by s.key
    order by sum(p.gained[width_bucket(p.day - ${window.from}::date + 1, p.reaches)]) desc nulls last, s.key
    limit ${STANDINGS}`;
  return rows.map(({ key }) => key);
}
