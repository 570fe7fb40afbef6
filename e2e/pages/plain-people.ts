import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent, tenths } from "@/e2e/pages/plain-forms";

const events = (kinds: string) => `select day, person from event_of where kind in (${kinds})`;
const byOthers = "from opened where person <> sharer";

/** Who did what on which day. Nobody pays without having been at the checkout, and so on down to the visit. */
const paid = "select day, person from sale where is_ours";
const checkedOut = `${paid} union all ${events("'checkout'")}`;
const carted = `${checkedOut} union all ${events("'cart'")}`;
const favourited = events("'favourite'");
const sawProduct = `${carted} union all ${favourited}
  union all select day, person from event_of where kind = 'view' and product is not null
  union all select day, person from opened where product is not null`;
const reviewed = `select (created_at at time zone 'Asia/Shanghai')::date as day, customer_id::text as person
  from review where merchant_id = $1`;
const visited = `${sawProduct} union all ${reviewed} union all ${events("'view', 'scan'")}
  union all select day, person from opened
  union all select (first_seen_at at time zone 'Asia/Shanghai')::date, coalesce(customer_id, id)::text
  from visitor where merchant_id = $1`;
const shared = `select day, sharer as person ${byOthers}`;
const brought = `select day, person ${byOthers}`;
/** A view, favourite, cart, share, order or review; orders of an order history are orders. */
const acted = `${sawProduct} union all ${reviewed} union all ${events("'view', 'scan'")} union all ${shared}
  union all select day, person from opened
  union all select day, person from sale where person is not null`;
/** Who acted, and who came or acted, on which days: once for each. */
export const plainDays = `
  acted as materialized (select distinct day, person from (${acted}) a),
  came as materialized (select distinct day, person from (${visited} union all ${acted}) a)`;

const people = (acts: string) =>
  `(select count(distinct person) from (${acts}) someone where ${inDays})`;
const both = (one: string, other: string) => `(select count(*) from (
  select person from (${one}) a where ${inDays} intersect select person from (${other}) b where ${inDays}) twice)`;
const eventCount = (kind: string) =>
  count(`select count(*) from event_of where ${inDays} and kind = '${kind}'`);

/** How many people came and did something, each counted once, and how often it was done. */
export const plainPeople: PlainQuestions = {
  visitors: count(people(visited)),
  viewers: count(people(sawProduct)),
  favouriters: count(people(favourited)),
  carters: count(people(carted)),
  checkouters: count(people(checkedOut)),
  converted: count(people(paid)),
  conversion: percent(people(paid), people(visited)),
  productConversion: percent(people(paid), people(sawProduct)),
  actives: count(people("select day, person from acted")),
  reviewers: count(people(reviewed)),
  views: eventCount("view"),
  favourites: eventCount("favourite"),
  carts: eventCount("cart"),
  checkouts: eventCount("checkout"),
  shareSets: eventCount("share_set"),
  clicks: count(`select count(*) from opened where ${inDays}`),
  openings: count(`select count(*) ${byOthers} and ${inDays}`),
  openedLinks: count(`select count(distinct link) ${byOthers} and ${inDays}`),
  sharers: count(people(shared)),
  shareRate: percent(both(visited, shared), people(visited)),
  brought: count(people(brought)),
  broughtPerSharer: tenths(people(brought), people(shared)),
  reshareRate: percent(both(brought, shared), people(brought)),
};
