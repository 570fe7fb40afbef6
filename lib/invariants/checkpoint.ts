/**
 * What the next run may take for granted (docs/decisions/0011). Every statement speaks of all rows
 * that it may see: of one merchant as the application, of all of them as superuser. `cut` is the
 * oldest transaction that was still open when the run began: what an earlier one touched has been
 * seen by the whole run, what a later one touches is looked at again.
 */

export const cutSql = "select pg_snapshot_xmin(pg_current_snapshot())::text as cut";

/** Whether history was rewritten since the last run: then only the whole says what is true. */
export const rewrittenSql =
  "select exists (select from invariant_touch where kind = 'history') as rewritten";

/** What transfers since `cut` moved, so that a balance of this moment can be told back to the cut. */
const change = (which: string) => `
  select t.merchant_id, entry.account_id, sum(entry.balance) as balance, sum(entry.held) as held
  from touched_object t
  join ledger_transfer l on l.merchant_id = t.merchant_id and l.id = t.id
  left join ledger_transfer h on h.merchant_id = l.merchant_id and h.id = l.hold_id
  cross join lateral (values
    (l.credit_account_id, case when l.phase in ('single', 'post') then l.amount_fen else 0 end, 0),
    (l.debit_account_id, case when l.phase in ('single', 'post') then -l.amount_fen else 0 end,
      case when l.phase = 'hold' then l.amount_fen when l.phase in ('post', 'void') then -h.amount_fen else 0 end)
  ) entry(account_id, balance, held)
  where t.kind = 'transfer' and ${which}
  group by t.merchant_id, entry.account_id`;

const moved = (which: string) => `
  select t.merchant_id, m.sku_id, sum(m.delta) as delta, sum(m.value_fen) as value_fen
  from touched_object t
  join stock_movement m on m.merchant_id = t.merchant_id and m.id = t.id
  where t.kind = 'movement' and ${which}
  group by t.merchant_id, m.sku_id`;

const upsert = (onConflict: string) => `
  insert into invariant_balance (merchant_id, kind, object_id, balance, held)
  select * from found
  on conflict (merchant_id, kind, object_id) do update set ${onConflict}`;

/**
 * Before a run over everything: the balances as they stand, without what is still moving. The run
 * that follows proves them.
 */
export function rebaseSql(cut: bigint): string {
  const later = `t.xact_id >= '${cut}'::xid8`;
  return `with change as (${change(later)}), moved as (${moved(later)}), found as (
    select a.merchant_id, 'account', a.id, a.balance_fen - coalesce(c.balance, 0),
      a.held_fen - coalesce(c.held, 0)
    from ledger_account a left join change c on c.merchant_id = a.merchant_id and c.account_id = a.id
    union all
    select s.merchant_id, 'sku', s.sku_id, s.on_hand - coalesce(m.delta, 0),
      s.value_fen - coalesce(m.value_fen, 0)
    from stock s left join moved m on m.merchant_id = s.merchant_id and m.sku_id = s.sku_id
  ) ${upsert("balance = excluded.balance, held = excluded.held")}`;
}

/** After a run over what was touched that found nothing: the balances move with it. */
export function advanceSql(cut: bigint): string {
  const seen = `t.xact_id < '${cut}'::xid8`;
  return `with change as (${change(seen)}), moved as (${moved(seen)}), found as (
    select merchant_id, 'account', account_id, balance, held from change
    union all
    select merchant_id, 'sku', sku_id, delta, value_fen from moved
  ) ${upsert("balance = invariant_balance.balance + excluded.balance, held = invariant_balance.held + excluded.held")}`;
}

export function forgetSql(cut: bigint): string {
  return `delete from invariant_touch where xact_id < '${cut}'::xid8`;
}

/**
 * Notes that a run found nothing: the chain's end, and the clock of the database, by which ids are
 * made. @param wholeAt null after a run over what was touched
 */
export function noteRunSql(wholeAt: Date | null): string {
  const at = wholeAt ? `'${wholeAt.toISOString()}'::timestamptz` : "null::timestamptz";
  return `insert into invariant_checkpoint as k (merchant_id, whole_at, ran_at, seal_seq)
    select m.id, coalesce(${at}, now()), now(),
      coalesce((select max(seq) from audit_seal s where s.merchant_id = m.id), 0)
    from merchant m
    where m.id = coalesce(nullif(current_setting('app.merchant_id', true), '')::uuid, m.id)
    on conflict (merchant_id) do update
      set whole_at = coalesce(${at}, k.whole_at), ran_at = excluded.ran_at, seal_seq = excluded.seal_seq`;
}
