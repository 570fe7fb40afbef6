import type { Corruptions } from "@/scripts/database/corruptions";

/** A change by hand, as the command leaves it, but for what `over` makes of it. */
const byHand = (over: { source?: string; reason?: string; boundBy?: string }) => `
  insert into customer_binding
    (merchant_id, id, customer_id, distributor_id, source, reason, bound_by, bound_at, valid_until, created_at)
  select b.merchant_id, gen_random_uuid(), b.customer_id, b.distributor_id, '${over.source ?? "manual"}',
    '${over.reason ?? "店里说好的"}', ${over.boundBy ?? "s.id"}, b.valid_until, b.valid_until + interval '1 day', now()
  from customer_binding b join staff s on s.merchant_id = b.merchant_id
  order by b.bound_at limit 1`;

/** What can go wrong with who belongs to whom, beside periods that overlap. */
export const bindingCorruptions: Corruptions = {
  "56-bound-by-hand-with-person-and-reason": [
    ["a change by hand that nobody made", byHand({ boundBy: "null" })],
    [
      "a change by somebody who is no staff of the merchant",
      byHand({ boundBy: "gen_random_uuid()" }),
    ],
    ["a change by hand without a reason", byHand({ reason: " " })],
    [
      "a click that a person claims to have made",
      "update customer_binding b set bound_by = s.id from staff s where s.merchant_id = b.merchant_id",
    ],
  ],
  "57-bindings-come-from-where-they-say": [
    ["a binding without a click", "update customer_binding set click_id = null"],
    ["a source that nobody knows", "update customer_binding set source = 'import'"],
    [
      "a binding by another customer's click",
      `update customer_binding b set customer_id = c.id from customer c
       where c.merchant_id = b.merchant_id and c.id <> b.customer_id`,
    ],
    [
      "a click made after the binding began",
      "update customer_binding set bound_at = bound_at - interval '1 hour'",
    ],
    [
      "a distributor whom the link does not lead to",
      `update customer_binding b set distributor_id = d.id from distributor d
       where d.merchant_id = b.merchant_id and d.id <> b.distributor_id`,
    ],
    ["a release that lasts", byHand({ source: "release" })],
  ],
};
