import pg from "pg";
import { PgBoss } from "pg-boss";
import { browserInstance } from "@/e2e/browser-instance";

/**
 * Looks behind the pages, or does what happens behind them: another buyer takes the last piece, time
 * passes. As owner of the database.
 */
export async function behind(
  sql: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: browserInstance().ownerUrl });
  await client.connect();
  try {
    return await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

/** Lets the worker do one of its duties now instead of at the next full minute. */
export async function runDuty(
  name: "settle-due-commissions" | "close-expired-orders" | "advance-voice" | "watch-invariants",
): Promise<void> {
  const boss = new PgBoss({
    connectionString: browserInstance().ownerUrl,
    schema: "pgboss",
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.send(name, {});
  await boss.stop({ graceful: false });
}

/** Another price for an option, as of now. */
export async function setPrice(skuCode: string, priceFen: bigint): Promise<void> {
  await behind("update sku set unit_price_fen = $2 where code = $1", [
    skuCode,
    priceFen.toString(),
  ]);
}

/** What is left of an option and not promised to anybody. */
export async function readLeft(skuCode: string): Promise<number> {
  const { rows } = await behind(
    `select on_hand - reserved as left from stock s
     join sku k on k.merchant_id = s.merchant_id and k.id = s.sku_id where k.code = $1`,
    [skuCode],
  );
  return rows[0].left;
}
