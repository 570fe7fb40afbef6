import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent, yuan } from "@/e2e/pages/plain-forms";

const sum = (from: string, more = "") =>
  `(select coalesce(sum(fen), 0) from ${from} where ${inDays} ${more})`;

/** Board 12's figures of the distributors of whom both conditions speak. */
function questionsOf(which: string, sharer: string): PlainQuestions {
  const openings = `(select count(*) from opened where ${inDays} and person <> sharer and ${sharer})`;
  const gross = sum("sold", `and ${which}`);
  const back = sum("back", `and ${which}`);
  const promised = (level: string) => sum("promised", `and ${which} ${level}`);
  const takenBack = sum("taken_back", `and ${which}`);
  const kept = `(${promised("")} - ${takenBack})`;
  const buyers = `(select count(distinct person) from sale where ${inDays} and ${which})`;
  const visitors = `(select count(distinct person) from (
    select person from opened where ${inDays} and ${sharer}
    union all select person from sale where ${inDays} and ${which}) came)`;
  return {
    netSales: yuan(`${gross} - ${back}`),
    paidOrders: count(`select count(*) from sale where ${inDays} and ${which}`),
    openings: count(openings),
    visitors: count(visitors),
    buyers: count(buyers),
    conversion: percent(buyers, visitors),
    newBuyers: count(`select count(*) from (
      select distinct on (person) day, distributor from sale where is_ours order by person, at, id) first
      where ${inDays} and ${which}`),
    commissionLevel1: yuan(promised("and level = 1")),
    commissionLevel2: yuan(promised("and level = 2")),
    commissionTakenBack: yuan(takenBack),
    earningsPerClick: yuan(`${kept}::numeric / nullif(${openings}, 0)`),
    refundedSalesRate: percent(back, gross),
  };
}

const customersOf = (which: string) =>
  `sharer in (select customer_id::text from distributor where merchant_id = $1 ${which})`;

/** All distributors together. */
export const plainDistributors = questionsOf("distributor is not null", customersOf(""));

/** The distributor with most orders: the one whose own page is looked at. */
export const bestDistributor = `(select distributor from sale where distributor is not null
  group by distributor order by count(*) desc, distributor limit 1)`;
export const plainDistributor = questionsOf(
  `distributor = ${bestDistributor}`,
  customersOf(`and id = ${bestDistributor}`),
);

const ofOne = questionsOf("distributor = d.id", "sharer = d.customer_id::text");
const columns = [
  ...["openings", "visitors", "newBuyers", "buyers", "paidOrders", "netSales"],
  ...["commissionLevel1", "commissionLevel2", "earningsPerClick", "refundedSalesRate"],
];

/** Everybody with figures in the days: name and columns as the leaderboard's file has them. */
export const standingsOfDistributors = `select * from (
  select d.display_name, ${columns.map((name) => `${ofOne[name]} as "${name}"`).join(", ")}
  from distributor d where d.merchant_id = $1) each
  where ("openings", "paidOrders", "commissionLevel1", "commissionLevel2") <> ('0', '0', '0.00', '0.00')`;
