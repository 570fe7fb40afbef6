const today = "(now() at time zone 'Asia/Shanghai')::date";
const keys = { month: "'YYYY-MM'", week: `'IYYY-"W"IW'` };

/** The people of each week or month and how many of them acted in it and in each later one until today. */
function triangle(basis: "visit" | "order", unit: "month" | "week"): string {
  const acts = basis === "order" ? "sale" : "came";
  const key = (day: string) => `to_char(${day}, ${keys[unit]})`;
  const start = (day: string) => `date_trunc('${unit}', ${day}::timestamp)`;
  return `(
    with act as materialized (select distinct person, ${start("day")} as period from ${acts} where person is not null),
    born as materialized (select person, min(period) as cohort from act group by person),
    cell as (select cohort, period, count(*) as acted from born join act using (person) group by 1, 2),
    size as (select cohort, count(*) as people from born
      where cohort >= ${start("$2::date")} and cohort < $3::date group by cohort)
    select ${key("s.cohort")} as cohort, s.people, ${key("p.period")} as period,
      row_number() over (partition by s.cohort order by p.period) - 1 as later,
      coalesce(c.acted, 0) as acted, p.period < ${start(today)} as is_over
    from size s cross join lateral generate_series(s.cohort, ${start(today)}, interval '1 ${unit}') p (period)
    left join cell c on c.cohort = s.cohort and c.period = p.period)`;
}

const share = (part: string, whole: string) =>
  `trim_scale(round(${part}::numeric * 10000 / nullif(${whole}, 0)) / 100)::text`;

/** Cohort, people, period, how much later, who acted, which share. */
export function plainTriangle(basis: "visit" | "order", unit: "month" | "week"): string {
  return `select cohort, people::text, period, later::text, acted::text, ${share("acted", "people")}
    from ${triangle(basis, unit)} t`;
}

/** Of each number of periods later that is over: cohorts, people, who acted, which share. */
export function plainCurve(basis: "visit" | "order", unit: "month" | "week"): string {
  return `select count(*)::text, sum(people)::text, sum(acted)::text, ${share("sum(acted)", "sum(people)")}
    from ${triangle(basis, unit)} t where is_over and later > 0 group by later`;
}

const spans = [30, 60, 90, 180];
const counted = (days: number) => `count(*) filter (where ${today} - first > ${days})`;
const returned = (days: number) =>
  `count(*) filter (where ${today} - first > ${days} and second - first <= ${days})`;

/** Whose first order lies in the window and in each month of the year: who paid again how soon. */
export const plainRepurchase = `
  with nth as (select person, day, row_number() over (partition by person order by at, id) as n
    from sale where person is not null),
  pair as (select a.day as first, b.day as second from nth a
    left join nth b on b.person = a.person and b.n = 2 where a.n = 1),
  cohort as (
    select '整个时间范围' as name, p.* from pair p where first >= $2::date and first < $3::date
    union all
    select to_char(first, 'YYYY-MM'), p.* from pair p where first < $3::date and first >= least($2::date::timestamp,
      date_trunc('month', ($3::date - 1)::timestamp) - interval '11 months'))
  select name, count(*)::text, ${spans.map((days) => share(returned(days), counted(days))).join(", ")},
    ${spans.map((days) => `${counted(days)}::text`).join(", ")}
  from cohort group by name`;
