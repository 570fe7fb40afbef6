import { plainCurve, plainRepurchase, plainTriangle } from "@/e2e/pages/plain-cohorts";
import { standingsOfDistributors } from "@/e2e/pages/plain-distributors";
import { inDays } from "@/e2e/pages/plain-facts";
import { percent, tenths, yuan } from "@/e2e/pages/plain-forms";
import { plainPeople } from "@/e2e/pages/plain-people";
import { plainProducts } from "@/e2e/pages/plain-products";
import { plainSales } from "@/e2e/pages/plain-sales";
import { plainKeyPeople, plainWaits } from "@/e2e/pages/plain-share-graph";

/** A file of a board: its columns (from 0) and the plain question that answers with the same rows as texts. */
type PlainTable = {
  /** Under the insights; a query of its own where it has more views than one. */
  board: string;
  file: string;
  columns: number[];
  sql: string;
  /** What the rows are of. */
  metrics: string[];
};

const upTo = (last: number, from = 0) =>
  Array.from({ length: last + 1 - from }, (_, at) => from + at);

function table(
  board: string,
  file: string,
  columns: number[],
  sql: string,
  metrics: string[],
): PlainTable {
  return { board, file, columns, sql, metrics };
}

/** The same questions of each day by itself. */
function byDay(questions: Record<string, string>, names: string[]): string {
  const of = (name: string) =>
    (questions[name] ?? "").replaceAll("$2::date", "w.one").replaceAll("$3::date", "(w.one + 1)");
  return `select to_char(w.one, 'YYYY-MM-DD'), ${names.map(of).join(", ")}
    from (select d::date as one from generate_series($2::date::timestamp, $3::date::timestamp - interval '1 day',
      interval '1 day') d) w`;
}

const person = (step: string) => `select ${plainPeople[step]}`;
const funnel = ["visitors", "viewers", "carters", "checkouters", "converted"];

const segments = `
  select count(*)::text, ${percent("count(*)", "(select count(*) from of_year)")}, ${yuan("sum(fen)")},
    ${percent("sum(fen)", "(select sum(fen) from of_year)")}, ${tenths("sum(recency)", "count(*)")},
    ${tenths("sum(orders)", "count(*)")}, ${yuan("sum(fen) / count(*)")}
  from (select y.*, recency <= (select avg(recency) from of_year) as r,
      orders >= (select avg(orders) from of_year) as f, fen >= (select avg(fen) from of_year) as m
    from of_year y) judged group by r, f, m`;

const perProduct = `(select product, sum(fen) as fen from (
  select product, fen from sold where ${inDays} union all select product, -fen from back where ${inDays}) s
  where product is not null group by product)`;
const classes = `
  select class, count(*)::text, ${yuan("sum(fen)")} from (
    select fen, case when fen <= 0 then 'C' when place = 1 or so_far * 10 <= whole * 8 then 'A'
      when so_far * 10 <= whole * 9 then 'B' else 'C' end as class
    from (select fen, row_number() over o as place, sum(fen) filter (where fen > 0) over o as so_far,
        sum(fen) filter (where fen > 0) over () as whole
      from ${perProduct} p window o as (order by fen desc, product)) ranked) classed group by class`;

const stages = `
  with life as (
    select d.status in ('approved', 'frozen') as is_approved,
      exists (select from opened where sharer = d.customer_id::text and person <> sharer) as has_shared,
      (select max(day) from sale where distributor = d.id) as last_day
    from distributor d where d.merchant_id = $1)
  select unnest(array[count(*), count(*) filter (where is_approved or has_shared or last_day is not null),
    count(*) filter (where has_shared or last_day is not null), count(*) filter (where last_day is not null),
    count(*) filter (where last_day > (now() at time zone 'Asia/Shanghai')::date - 30)])::text from life`;

const cohortTables = (["visit", "order"] as const).flatMap((basis) => {
  const metrics = [basis === "visit" ? "retentionByVisit" : "retentionByOrder"];
  const board = `retention?basis=${basis}&unit=`;
  return [
    table(`${board}month`, "retention", upTo(5), plainTriangle(basis, "month"), metrics),
    table(`${board}week`, "retention", upTo(5), plainTriangle(basis, "week"), metrics),
    table(`${board}week`, "retention-curve", upTo(4, 1), plainCurve(basis, "week"), [
      "retentionCurve",
    ]),
  ];
});

/** Everything that a board shows in rows and not as one number. */
export const plainTables: PlainTable[] = [
  ...cohortTables,
  table("purchase", "purchase-funnel", [1], funnel.map(person).join(" union all "), [
    "purchaseFunnel",
    ...funnel,
  ]),
  table("purchase", "repurchase", upTo(9), plainRepurchase, ["cohortRepurchase"]),
  table("rfm", "rfm-segments", upTo(7, 1), segments, ["rfmSegments"]),
  table("best-sellers", "abc-classes", upTo(2), classes, ["abcClass"]),
  table("distributors", "distributor-stages", [1], stages, ["distributorLifeCycle"]),
  table("distributors", "distributor-standings", upTo(11, 1), standingsOfDistributors, [
    "distributorStandings",
  ]),
  table("products", "products", upTo(11), plainProducts, ["activityIndex", "productConversion"]),
  table("spread", "spread-waits", [1], plainWaits, ["hopWait"]),
  table("spread", "spread-people", upTo(7, 1), plainKeyPeople, ["keyPeople"]),
  table(
    "spread",
    "spread-periods",
    upTo(5),
    byDay(plainPeople, ["brought", "sharers", "shareRate", "openings", "reshareRate"]),
    ["spreadByPeriod"],
  ),
  table(
    "sales",
    "sales-periods",
    upTo(6),
    byDay(plainSales, [
      ...["netSales", "grossSales", "refundedSales", "paidOrders", "units", "buyers"],
    ]),
    ["salesByPeriod"],
  ),
];
