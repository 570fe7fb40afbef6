import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent, tenths, yuan } from "@/e2e/pages/plain-forms";

/** Movements of goods, the goods themselves, and what lay there at the end of each of the asked days. */
export const plainShelves = `
  moved as (
    select sku_id, (created_at at time zone 'Asia/Shanghai')::date as day, delta as units, value_fen as fen,
      case when reason in ('opening', 'received') then 'received' when reason = 'sold' then 'sold'
        when reason = 'refunded' then 'returned' else 'adjusted' end as flow
    from stock_movement where merchant_id = $1),
  goods as (
    select k.id, k.is_active and p.status = 'active' as is_on_sale, s.on_hand,
      (select min(day) from moved where sku_id = k.id) as since
    from sku k
    join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
    join stock s on s.merchant_id = k.merchant_id and s.sku_id = k.id
    where k.merchant_id = $1),
  evening as (
    select g.id, d::date as day, g.is_on_sale = ((select count(*) from shelf_change c where c.merchant_id = $1
        and c.sku_id = g.id and (c.changed_at at time zone 'Asia/Shanghai')::date > d::date) % 2 = 0) as is_on_sale,
      (select coalesce(sum(units), 0) from moved where sku_id = g.id and moved.day <= d::date) as units,
      (select coalesce(sum(fen), 0) from moved where sku_id = g.id and moved.day <= d::date) as fen
    from goods g
    cross join generate_series($2::date::timestamp, $3::date::timestamp - interval '1 day', interval '1 day') d
    where d::date >= g.since)`;

const flow = (what: string, name: string) =>
  `(select abs(coalesce(sum(${what}), 0)) from moved where ${inDays} and flow = '${name}')`;
const until = (what: string, day: string) =>
  `(select coalesce(sum(${what}), 0) from moved where day < ${day}::date)`;
const costOfSold = `(${flow("fen", "sold")} - ${flow("fen", "returned")})`;
const values = "(select sum(fen) from evening)";
const netSales = `((select sum(fen) from sold where ${inDays})
  - (select coalesce(sum(fen), 0) from back where ${inDays}))`;
const soldIn = `select sku_id from moved where ${inDays} and flow = 'sold'`;
const setting = (column: string, usual: number) =>
  `coalesce((select ${column} from analytics_setting where merchant_id = $1), ${usual})`;

/** The last day on which something was sold, or the last delivery, as of the end of the asked days. */
const lastMove = `coalesce(
  (select max(day) from moved where sku_id = g.id and day < $3::date and flow = 'sold'),
  (select max(day) from moved where sku_id = g.id and day < $3::date and flow = 'received'), g.since)`;

const today = "(now() at time zone 'Asia/Shanghai')::date";
/** Of the purchase order that was given last. */
const leadDays = `coalesce((select c.lead_days from purchase_line l
  join purchase_order u on u.merchant_id = l.merchant_id and u.id = l.purchase_order_id and u.state <> 'draft'
  join supplier c on c.merchant_id = u.merchant_id and c.id = u.supplier_id and c.is_active
  where l.merchant_id = $1 and l.sku_id = g.id order by u.ordered_at desc limit 1), 7)`;
const onOrder = `coalesce((select sum(l.units - l.received_units) from purchase_line l
  join purchase_order u on u.merchant_id = l.merchant_id and u.id = l.purchase_order_id
  where l.merchant_id = $1 and l.sku_id = g.id and u.state in ('ordered', 'partly_received')), 0)`;
const dailySales = `(select -coalesce(sum(units), 0) from moved where sku_id = g.id
  and flow in ('sold', 'returned') and day >= ${today} - 30 and day < ${today})
  / least(30, greatest(1, ${today} - g.since))::numeric`;

/** Board 7: what came, went and lies there, at moving-average cost. */
export const plainStock: PlainQuestions = {
  stockOpening: yuan(until("fen", "$2")),
  stockReceived: yuan(flow("fen", "received")),
  stockSold: yuan(flow("fen", "sold")),
  stockReturned: yuan(flow("fen", "returned")),
  stockAdjusted: yuan(
    `select coalesce(sum(fen), 0) from moved where ${inDays} and flow = 'adjusted'`,
  ),
  stockClosing: yuan(until("fen", "$3")),
  sellThrough: percent(
    flow("units", "sold"),
    `(${until("units", "$2")} + ${flow("units", "received")})`,
  ),
  activeSkuRate: percent(
    `(select count(distinct sku_id) from (${soldIn}) s)`,
    `(select count(distinct id) from (
      select id from evening where is_on_sale or units > 0 union select sku_id from (${soldIn}) s) carried)`,
  ),
  stockToSales: percent(values, `(${netSales} * ($3::date - $2::date))`),
  turnoverDays: tenths(values, costOfSold),
  outOfStockRate: percent(
    "(select count(*) from evening where is_on_sale and units = 0)",
    "(select count(*) from evening where is_on_sale or units > 0)",
  ),
  slowMovers: count(`select count(*) from goods g
    where (select sum(units) from moved where sku_id = g.id and day < $3::date) > 0
      and ${lastMove} < $3::date - ${setting("slow_mover_days", 60)}`),
  reorderProposal: count(`select count(*) from goods g where g.is_on_sale
    and (${leadDays} + ${setting("safety_days", 7)}) * ${dailySales} - g.on_hand - ${onOrder} > 0`),
};
