import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent, yuan } from "@/e2e/pages/plain-forms";

const today = "(now() at time zone 'Asia/Shanghai')::date";
const byShares = "channel in ('card', 'qr', 'poster', 'offline')";
const others = `from opened where ${inDays} and person <> sharer`;
const sharers = `(select count(distinct sharer) ${others})`;
const brought = `(select count(distinct person) ${others})`;
const resharers = `(select count(*) from (
  select person ${others} intersect select sharer ${others}) twice)`;
const sum = (what: string, from: string, more = "") =>
  `(select coalesce(sum(${what}), 0) from ${from} where ${inDays} and ${byShares} ${more})`;
const orders = `(select count(*) from sale where ${inDays} and ${byShares})`;
const gross = sum("fen", "sold");
const costed = `(${sum("fen", "sold", "and cost_fen is not null")} - ${sum("fen", "back", "and has_cost")})`;
const profit = `(${costed} - ${sum("cost_fen", "sold")} + ${sum("cost_fen", "back")})`;
/** People of each way of sharing, so that who came by two is counted by both. */
const peopleByWay = (from: string) =>
  `(select count(*) from (select distinct channel, person from (${from}) a) b)`;
const buyers = `select channel, person from sale where ${inDays} and ${byShares}`;
const times = (part: string, whole: string) =>
  `trim_scale(round((${part})::numeric * 10000 / ${whole}) / 10000)::text`;

/** How many days a forecast speaks of, and in how many the rates were measured. */
const days = { asked: 30, measured: 90 };

/** The assumptions of F36 as the form has them, by the names of its fields; to be asked of the last 90 days. */
export const plainPlan: PlainQuestions = {
  seeds: count(sharers),
  friendsPerHopBps: times(`${brought} * ${days.asked}`, `(${sharers} * ${days.measured})`),
  reshareBps: percent(resharers, brought),
  hops: count(`select max(t.hop) from tree t join brought_by b using (person) where ${inDays}`),
  conversionBps: percent(
    peopleByWay(buyers),
    peopleByWay(`${buyers} union all select channel, person from opened where ${inDays}`),
  ),
  orderValueFen: yuan(`${gross}::numeric / ${orders}`),
  unitsPerOrderBps: times(sum("units", "sold"), orders),
  grossMarginBps: percent(profit, costed),
  level1Bps: percent(sum("fen", "promised", "and level = 1"), gross),
  level2Bps: percent(sum("fen", "promised", "and level = 2"), gross),
  paymentFeeBps: percent(sum("fee_fen", "sale"), gross),
  fixedCostFen: yuan(`${days.asked} * coalesce(
    (select fixed_cost_per_day_fen from analytics_setting where merchant_id = $1), 0)`),
};

/** The last twenty forecasts whose days are over, with what came by shares in them. */
const past = (forecast: string, came: string) => `(
  select f.${forecast} as forecast, (select ${came} and ${byShares}
    and day >= f.from_day and day < f.to_day) as came
  from (select * from forecast where merchant_id = $1 and to_day <= ${today}
    order by to_day desc, id desc limit 20) f)`;
const off = (of: string) =>
  percent(`(select sum(abs(forecast - came)) from ${of} p)`, `(select sum(came) from ${of} p)`);

/** How far past forecasts were off, and where the month ends at its pace. */
export const plainOutlook: PlainQuestions = {
  forecastOrdersOff: off(past("orders", "count(*) from sale where true")),
  forecastSalesOff: off(past("sales_fen", "coalesce(sum(fen), 0) from sold where true")),
  monthPace:
    yuan(`((select coalesce(sum(fen), 0) from sold where day >= date_trunc('month', ${today}) and day < ${today})
    - (select coalesce(sum(fen), 0) from back where day >= date_trunc('month', ${today}) and day < ${today}))
    * extract(day from date_trunc('month', ${today}) + interval '1 month - 1 day')
    / nullif(extract(day from ${today}) - 1, 0)`),
};
