import type { Corruptions } from "@/scripts/database/corruptions";

/** What can go wrong around it: stock, bindings, tenants, rights, history, audit, outbox. */
export const otherCorruptions: Corruptions = {
  "20-stock-equals-holds-and-movements": [
    ["a promise without a hold", "update stock set reserved = reserved + 1"],
    ["goods without a movement", "update stock set on_hand = on_hand + 1"],
    ["more promised than there is", "update stock set on_hand = 0"],
  ],
  "21-holds-follow-the-order": [
    [
      "a paid order's goods still on the shelf",
      "update stock_hold set state = 'held' where state = 'taken'",
    ],
    [
      "a closed order that keeps its goods",
      "update stock_hold set state = 'held' where state = 'released'",
    ],
    ["a line without a hold", "delete from stock_hold where state = 'taken'"],
    [
      "a sale of another quantity",
      "update stock_movement set delta = delta - 1 where reason = 'sold'",
    ],
  ],
  "22-no-hold-outlives-its-end": [
    [
      "a hold past its end by more than five minutes",
      "select set_config('app.invariants_at', (select max(expires_at) + interval '301 seconds' from stock_hold where state = 'held')::text, true)",
    ],
  ],
  "23-binding-periods-never-overlap": [
    [
      "two distributors at once",
      `insert into customer_binding (merchant_id, id, customer_id, distributor_id, source, bound_at, valid_until, created_at)
       select merchant_id, gen_random_uuid(), customer_id, distributor_id, 'click', bound_at + interval '1 day', valid_until, created_at
       from customer_binding limit 1`,
    ],
    [
      "bound to oneself",
      "update customer_binding b set customer_id = d.customer_id from distributor d where d.id = b.distributor_id",
    ],
  ],
  "24-orders-follow-their-binding": [
    [
      "a binding that began after the order",
      "update customer_binding set bound_at = valid_until - interval '1 hour'",
    ],
    [
      "a level 1 that the binding does not name",
      "update orders set level1_distributor_id = gen_random_uuid() where binding_id is not null",
    ],
    [
      "a level 1 without a binding",
      "update orders set binding_id = null where binding_id is not null",
    ],
    ["another customer's binding", "update customer_binding set customer_id = gen_random_uuid()"],
    [
      "the same person on both levels",
      "update orders set level2_distributor_id = level1_distributor_id where binding_id is not null",
    ],
  ],
  "25-no-circular-binding": [
    [
      "two distributors who belong to each other",
      `insert into customer_binding (merchant_id, id, customer_id, distributor_id, source, bound_at, valid_until, created_at)
       select x.merchant_id, gen_random_uuid(), x.customer_id, y.id, 'click', now(), now() + interval '1 day', now()
       from distributor x join distributor y on y.merchant_id = x.merchant_id and y.id <> x.id`,
    ],
  ],
  "26-no-circular-team": [
    [
      "a superior under their own subordinate",
      `update distributor d set parent_distributor_id = c.id
       from distributor c where c.parent_distributor_id = d.id`,
    ],
  ],
  "27-tenants-are-isolated": [
    ["row security switched off", "alter table orders disable row level security"],
    ["row security not forced", "alter table payment no force row level security"],
    [
      "a policy that shows everything",
      "drop policy tenant on address; create policy tenant on address using (true) with check (true)",
    ],
    ["a second policy that shows more", "create policy extra on customer using (true)"],
    [
      "a new table without row security",
      "create table forgotten (merchant_id uuid, id uuid, primary key (merchant_id, id))",
    ],
  ],
  "28-foreign-keys-stay-within-the-tenant": [
    [
      "a key that crosses tenants",
      `create unique index sku_id_alone on sku (id);
       alter table cart_item add constraint crosses foreign key (sku_id) references sku (id) not valid`,
    ],
  ],
  "29-the-application-owns-nothing": [
    ["a table of the application's own", "alter table orders owner to renhe_app"],
    ["a role that sees every tenant", "alter role renhe_app bypassrls"],
    ["balances that the application may write", "grant update on ledger_account to renhe_app"],
    ["history that the application may delete", "grant delete on audit_entry to renhe_app"],
  ],
  "30-history-is-guarded": [
    ["history that may change", "drop trigger ledger_transfer_is_append_only on ledger_transfer"],
    [
      "balances that nothing moves",
      "alter table ledger_transfer disable trigger ledger_transfer_moves_balances",
    ],
  ],
  "31-audit-chain-has-no-gap": [
    ["an entry rewritten", 'update audit_entry set details = \'{"amountFen":"1"}\''],
    ["an entry removed with its link", "delete from audit_seal where seq = 2"],
    ["a link forged", "update audit_seal set hash = repeat('f', 64) where seq = 1"],
    ["an entry deleted", "delete from audit_entry where action = 'order.pay'"],
  ],
  "32-audit-is-sealed-in-time": [
    [
      "an entry outside of the chain for an hour",
      `delete from audit_seal where seq = (select max(seq) from audit_seal);
       select set_config('app.invariants_at', (select max(at) + interval '61 minutes' from audit_entry)::text, true)`,
    ],
  ],
  "33-outbox-is-drained": [
    [
      "a job that nobody does",
      "select set_config('app.invariants_at', (select max(next_attempt_at) + interval '11 minutes' from outbox_message)::text, true)",
    ],
  ],
  "58-what-is-touched-is-noted": [
    [
      "writes of an order that the ten-minute run does not hear of",
      "alter table orders disable trigger orders_update_is_noted",
    ],
    [
      "a trigger that sleeps while a replica writes",
      "alter table commission enable trigger commission_update_is_noted",
    ],
  ],
};
