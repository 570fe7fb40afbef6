import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const TABLES = `
create table if not exists users (
  id text primary key, nickname text not null, snapshot integer not null,
  created_at integer not null, real_name text, listed integer not null default 1
) strict;
create table if not exists identities (
  app_id text not null, openid text not null, user_id text not null, primary key (app_id, openid)
) strict;
create table if not exists oauth_codes (
  code text primary key, app_id text not null, user_id text not null, scope text not null,
  snapshot integer not null, expires_at integer not null, used_at integer
) strict;
create table if not exists oauth_tokens (
  access_token text primary key, refresh_token text not null, app_id text not null,
  user_id text not null, openid text not null, scope text not null, snapshot integer not null,
  expires_at integer not null, refresh_expires_at integer not null
) strict;
create index if not exists oauth_tokens_refresh on oauth_tokens (refresh_token);
create table if not exists credentials (
  value text primary key, kind text not null, app_id text not null, issued_at integer not null,
  expires_at integer not null
) strict;
create table if not exists quotas (
  app_id text not null, name text not null, period integer not null, used integer not null,
  last_at integer not null, primary key (app_id, name)
) strict;
create table if not exists orders (
  mch_id text not null, out_trade_no text not null, app_id text not null, openid text not null,
  request text not null, prepay_id text not null, prepay_expires_at integer not null,
  expires_at integer not null, description text not null, notify_url text not null,
  attach text not null, total integer not null, state text not null, created_at integer not null,
  transaction_id text, paid_at integer, primary key (mch_id, out_trade_no)
) strict;
create unique index if not exists orders_prepay on orders (prepay_id);
create unique index if not exists orders_transaction on orders (transaction_id);
create table if not exists refunds (
  mch_id text not null, out_refund_no text not null, refund_id text not null,
  out_trade_no text not null, transaction_id text not null, request text not null,
  notify_url text, total integer not null, refund integer not null, status text not null,
  final_status text not null, created_at integer not null, settles_at integer not null,
  settled_at integer, primary key (mch_id, out_refund_no)
) strict;
create index if not exists refunds_order on refunds (mch_id, out_trade_no);
create index if not exists refunds_created on refunds (mch_id, created_at);
create index if not exists refunds_open on refunds (settles_at) where status = 'PROCESSING';
create index if not exists orders_paid on orders (mch_id, paid_at);
create table if not exists transfers (
  mch_id text not null, out_bill_no text not null, transfer_bill_no text not null,
  app_id text not null, openid text not null, request text not null, notify_url text,
  amount integer not null, remark text not null, user_name text, state text not null,
  fail_reason text, package_info text not null, created_at integer not null,
  updated_at integer not null, closes_at integer not null, due_at integer, ends_as text,
  primary key (mch_id, out_bill_no)
) strict;
create unique index if not exists transfers_bill on transfers (transfer_bill_no);
create unique index if not exists transfers_package on transfers (package_info);
create index if not exists transfers_due on transfers (due_at);
create index if not exists transfers_payee on transfers (app_id, openid, created_at);
create table if not exists operating_book (
  id integer primary key, mch_id text not null, at integer not null, kind text not null,
  amount integer not null, balance integer not null, transfer_bill_no text not null,
  out_bill_no text not null, remark text not null
) strict;
create index if not exists operating_book_of on operating_book (mch_id, id);
create index if not exists operating_book_at on operating_book (mch_id, at);
create table if not exists notifications (
  id text primary key, app_id text not null, url text not null, resource text not null,
  created_at integer not null, next_at integer, attempts integer not null, state text not null
) strict;
create index if not exists notifications_due on notifications (next_at);
create table if not exists attempts (
  notification_id text not null, number integer not null, at integer not null, status integer,
  outcome text not null, primary key (notification_id, number, at, outcome)
) strict;
create table if not exists bills (
  token text primary key, mch_id text not null, content blob not null, expires_at integer not null
) strict;
create table if not exists messages (
  id integer primary key, from_user text not null, to_user text not null, card text not null,
  sent_at integer not null, read_at integer
) strict;
create table if not exists cookie_jars (
  user_id text not null, hostname text not null, cookies text not null,
  primary key (user_id, hostname)
) strict;
`;

const LATER_USER_COLUMNS = { real_name: "text", listed: "integer not null default 1" };

/** A memory of before people had real names learns of them. */
function addMissingColumns(db: DatabaseSync): void {
  const present = db.prepare("select name from pragma_table_info('users')").all();
  for (const [name, type] of Object.entries(LATER_USER_COLUMNS)) {
    if (present.some((column) => column.name === name)) continue;
    db.exec(`alter table users add column ${name} ${type}`);
  }
}

/**
 * The sandbox's memory: a SQLite file `sandbox.db` in `dataDir`, or nothing but RAM for
 * ":memory:". Times are milliseconds, amounts fen.
 */
export function openStore(dataDir: string): DatabaseSync {
  if (dataDir !== ":memory:") mkdirSync(dataDir, { recursive: true });
  const path = dataDir === ":memory:" ? dataDir : join(dataDir, "sandbox.db");
  const db = new DatabaseSync(path);
  db.exec("pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 3000;");
  db.exec(TABLES);
  addMissingColumns(db);
  return db;
}
