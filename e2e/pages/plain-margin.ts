import { type PlainQuestions, percent } from "@/e2e/pages/plain-forms";

/** Trailing days of the line that the board shows unasked. */
const span = 30;
const inSpan = `day >= $3::date - ${span} and day < $3::date`;
const sum = (what: string, from: string, more = "") =>
  `(select coalesce(sum(${what}), 0) from ${from} where ${inSpan} ${more})`;
const setting = (column: string) =>
  `coalesce((select ${column} from analytics_setting where merchant_id = $1), 0)`;

const costedNet = `(${sum("fen", "sold", "and cost_fen is not null")} - ${sum("fen", "back", "and has_cost")})`;
const profit = `(${costedNet} - ${sum("cost_fen", "sold")} + ${sum("cost_fen", "back")})`;
const netSales = `(${sum("fen", "sold")} - ${sum("fen", "back")})`;
/** What parcels cost more than customers paid for them and did not get back, day by day. */
const subsidy = `(select coalesce(sum(greatest(0, parcels * ${setting("freight_cost_per_order_fen")} - freight)), 0)
  from (select day, sum(parcels) as parcels, sum(freight) as freight from (
    select day, case when is_ours then 1 else 0 end as parcels, freight_fen as freight from sale
    union all select day, 0, -fen from freight_back) moved where ${inSpan} group by day) each)`;
const fees = `(${sum("fee_fen", "sale")} - ${sum("fen", "fee_back")})`;
const carried = `(${sum("fen", "promised")} - ${sum("fen", "taken_back")} + ${fees}
  + ${subsidy} + ${span} * ${setting("fixed_cost_per_day_fen")})`;

/** Board 8: both lines on the last of the asked days. */
export const plainMargin: PlainQuestions = {
  marginLine: percent(profit, costedNet),
  breakEven: percent(carried, netSales),
};
