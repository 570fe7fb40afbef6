import { behind } from "@/e2e/pages/behind";

/** Days of Shanghai, the last one not among them. */
type Days = { from: string; to: string };

/** A time of a column that lies in the days; $1 is the shop, $2 and $3 the days. */
const isIn = (column: string) =>
  `${column} >= $2::date::timestamp at time zone 'Asia/Shanghai'
   and ${column} < $3::date::timestamp at time zone 'Asia/Shanghai'`;

const paid = `from orders where merchant_id = $1 and ${isIn("paid_at")}`;
const lines = `from order_line l join orders o on o.merchant_id = l.merchant_id and o.id = l.order_id
  where l.merchant_id = $1 and ${isIn("o.paid_at")}`;
const backs = `from refund_line b join refund r on r.merchant_id = b.merchant_id and r.id = b.refund_id
  where b.merchant_id = $1 and ${isIn("r.succeeded_at")}`;
const gross = `(select coalesce(sum(l.payable_fen), 0) ${lines})`;
const back = `(select coalesce(sum(b.amount_fen), 0) ${backs})`;
const orders = `(select count(*) ${paid})`;
const units = `(select coalesce(sum(l.quantity), 0) ${lines})`;
const buyers = `(select count(distinct customer_id) ${paid})`;
const repeatBuyers = `(select count(*) from
  (select customer_id ${paid} group by 1 having count(*) > 1) often)`;
const visitors = `(select count(distinct person) from (
  select coalesce(v.customer_id, v.id) as person from share_click c
  join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
  where c.merchant_id = $1 and ${isIn("c.clicked_at")}
  union all select coalesce(customer_id, id) from visitor
  where merchant_id = $1 and ${isIn("first_seen_at")}
  union all select customer_id ${paid}
  union all select customer_id from review
  where merchant_id = $1 and ${isIn("created_at")}
  union all select coalesce(v.customer_id, e.visitor_id) from event e
  left join visitor v on v.merchant_id = e.merchant_id and v.id = e.visitor_id
  where e.merchant_id = $1 and ${isIn("e.at")} and e.kind not in ('dwell', 'share_set')) seen)`;

const yuan = (fen: string) => `to_char(round((${fen})::numeric) / 100, 'FM999999990.00')`;
/** Basis points to the nearest, written in percent without needless zeros. */
const percent = (part: string, whole: string) =>
  `trim_scale(round(${part}::numeric * 10000 / nullif(${whole}, 0)) / 100)::text`;

/** The plain question over the facts for each metric that a board shows, written as a file writes it. */
const questions: Record<string, string> = {
  paidOrders: `${orders}::text`,
  units: `${units}::text`,
  grossSales: yuan(gross),
  refundedSales: yuan(back),
  refundedUnits: `(select coalesce(sum(b.quantity), 0) ${backs})::text`,
  netSales: yuan(`${gross} - ${back}`),
  buyers: `${buyers}::text`,
  repeatBuyers: `${repeatBuyers}::text`,
  repurchaseRate: percent(repeatBuyers, buyers),
  valuePerOrder: yuan(`${gross} / nullif(${orders}, 0)::numeric`),
  valuePerBuyer: yuan(`${gross} / nullif(${buyers}, 0)::numeric`),
  unitsPerOrder: `trim_scale(round(${units} * 10::numeric / nullif(${orders}, 0)) / 10)::text`,
  visitors: `${visitors}::text`,
  conversion: percent(buyers, visitors),
  openings: `(select count(*) from share_click c
    join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
    join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
    where c.merchant_id = $1 and ${isIn("c.clicked_at")}
      and coalesce(v.customer_id, v.id) <> l.sharer_customer_id)::text`,
};

/** What the first shop's metrics are in these days, asked of the facts and not of what was rolled up. */
export async function askPlainMetrics({ from, to }: Days): Promise<Record<string, string>> {
  const columns = Object.entries(questions).map(([name, sql]) => `${sql} as "${name}"`);
  const { rows } = await behind(`select ${columns.join(",\n")}`, [await firstShop(), from, to]);
  return rows[0];
}

/** Waits for nothing: says whether the shop's roll-ups have caught up with its facts. */
export async function areRollUpsDone(): Promise<boolean> {
  const shop = await firstShop();
  const { rows } = await behind(
    `select not exists (select from rollup_dirty where merchant_id = $1)
      and exists (select from rollup_day where merchant_id = $1) as done`,
    [shop],
  );
  return rows[0].done;
}

async function firstShop(): Promise<string> {
  const { rows } = await behind(
    "select merchant_id as id from merchant_host where host = 'localhost'",
  );
  return rows[0].id;
}
