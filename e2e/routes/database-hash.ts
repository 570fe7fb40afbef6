import pg from "pg";
import { browserInstance } from "@/e2e/browser-instance";

/** What the installation writes by itself, whoever asks what: caches, its own books, tries of signing in. */
const busy = [
  "wechat_token",
  "audit_seal",
  "oauth_state",
  "outbox_message",
  "invariant_touch",
  "invariant_balance",
  "invariant_checkpoint",
  "_prisma_migrations",
];

/** What the worker computes from the facts, whenever it comes round: who changed it would have changed those. */
const derived =
  "^(slice|day_.+|dekad_.+|month_(figure|product_stars)|rollup_.+|share_(node|hop|day)|first_order_day|distributor_(day|window|standing|stage)|stock_day.*|person_first|cohort_cell|rfm_.+|odd_order|anomaly_(window|finding)|payout_(day|owed))$";

const tablesSql = `select tablename as name from pg_tables
  where schemaname = 'public' and tablename <> all ($1) and tablename !~ $2`;

/** A number for the content of every table, the order of its rows left out. As owner of the database. */
export async function hashDatabase(): Promise<Record<string, string>> {
  return asOwner(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(tablesSql, [busy, derived]);
    const parts = tables.map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as hash from ${partOf(name)} t`,
    );
    const { rows } = await client.query<{ name: string; hash: string }>(parts.join(" union all "));
    return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
  });
}

/** Every row of every table as text, for finding the ones that came between two looks. */
export async function readRows(): Promise<Set<string>> {
  return asOwner(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(tablesSql, [busy, derived]);
    const parts = tables.map(
      ({ name }) => `select '${name} ' || to_jsonb(t)::text as row from ${partOf(name)} t`,
    );
    const { rows } = await client.query<{ row: string }>(parts.join(" union all "));
    return new Set(rows.map(({ row }) => row));
  });
}

/** Whoever is led to a sign-in gets the identity of a browser; it is nobody's until they are back. */
const partOf = (table: string) =>
  table === "visitor" ? "(select * from visitor where customer_id is not null)" : table;

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: browserInstance().ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
