import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent, tenths, yuan } from "@/e2e/pages/plain-forms";

const sum = (what: string, from: string, more = "") =>
  `(select coalesce(sum(${what}), 0) from ${from} where ${inDays} ${more})`;

const orders = `(select count(*) from sale where ${inDays})`;
const buyers = `(select count(distinct person) from sale where ${inDays})`;
const repeatBuyers = `(select count(*) from (select person from sale where ${inDays} and person is not null
  group by person having count(*) > 1) often)`;
const gross = sum("fen", "sold");
const refunded = sum("fen", "back");
const net = `(${gross} - ${refunded})`;
const units = sum("units", "sold");
/** Of goods whose cost is known: only of them anybody can say what was left. */
const costedNet = `(${sum("fen", "sold", "and cost_fen is not null")} - ${sum("fen", "back", "and has_cost")})`;
const cost = `(${sum("cost_fen", "sold")} - ${sum("cost_fen", "back")})`;
const profit = `(${costedNet} - ${cost})`;
const promised = (level: string) => sum("fen", "promised", level);
const takenBack = sum("fen", "taken_back");
const kept = `(${promised("")} - ${takenBack})`;
const openings = `(select count(*) from opened where ${inDays} and person <> sharer)`;

/** What was sold, what came back and what it left, over all orders paid in the days. */
export const plainSales: PlainQuestions = {
  paidOrders: count(orders),
  units: count(units),
  grossSales: yuan(gross),
  refundedSales: yuan(refunded),
  refundedSalesRate: percent(refunded, gross),
  refundedUnits: count(sum("units", "back")),
  refundCount: count(`select count(distinct id) from (
    select id, day from back union all
    select id::text, (succeeded_at at time zone 'Asia/Shanghai')::date from refund
    where merchant_id = $1 and succeeded_at is not null) made where ${inDays}`),
  netSales: yuan(net),
  discounts: yuan(sum("discount_fen", "sold")),
  freight: yuan(sum("freight_fen", "sale")),
  costedNetSales: yuan(costedNet),
  soldCost: yuan(cost),
  grossProfit: yuan(profit),
  margin: percent(profit, costedNet),
  uncostedShare: percent(sum("fen", "sold", "and cost_fen is null"), gross),
  paymentFees: yuan(sum("fee_fen", "sale")),
  commissionPromised: yuan(promised("")),
  commissionLevel1: yuan(promised("and level = 1")),
  commissionLevel2: yuan(promised("and level = 2")),
  commissionTakenBack: yuan(takenBack),
  commissionKept: yuan(kept),
  clawBackRate: percent(takenBack, promised("")),
  commissionCost: percent(kept, net),
  earningsPerClick: yuan(`${kept}::numeric / nullif(${openings}, 0)`),
  buyers: count(buyers),
  repeatBuyers: count(repeatBuyers),
  repurchaseRate: percent(repeatBuyers, buyers),
  valuePerOrder: yuan(`${gross}::numeric / nullif(${orders}, 0)`),
  valuePerBuyer: yuan(`${gross}::numeric / nullif(${buyers}, 0)`),
  unitsPerOrder: tenths(units, orders),
  medianDaysBetweenOrders: `(select trim_scale(percentile_cont(0.5) within group (order by gap)::numeric)::text from (
    select day, day - lag(day) over (partition by person order by at) as gap from sale
    where person is not null) one where gap is not null and ${inDays})`,
};
