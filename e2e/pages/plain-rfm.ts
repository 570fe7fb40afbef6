import { count, type PlainQuestions, tenths, yuan } from "@/e2e/pages/plain-forms";

const today = "(now() at time zone 'Asia/Shanghai')::date";

/** Everybody who bought in the 365 days that end today; refunds of older orders are refunds of the year too. */
export const plainYear = `
  of_year as (
    select s.person, ${today} - max(s.day) as recency, count(distinct s.id) as orders,
      sum(l.fen) - coalesce((select sum(b.fen) from back b join sale a on a.id = b.sale
        where a.person = s.person and b.day > ${today} - 365 and b.day <= ${today}), 0) as fen
    from sale s join sold l on l.id = s.id
    where s.person is not null and s.day > ${today} - 365 and s.day <= ${today} group by s.person)`;

const customers = "(select count(*) from of_year)";
const sum = (what: string) => `(select sum(${what}) from of_year)`;

/** Board 10, over all customers of the year. */
export const plainRfm: PlainQuestions = {
  rfmCustomers: count(customers),
  rfmNetSales: yuan(sum("fen")),
  rfmRecency: tenths(sum("recency"), customers),
  rfmFrequency: tenths(sum("orders"), customers),
  rfmMoney: yuan(`${sum("fen")} / nullif(${customers}, 0)`),
};
