import { checkOut } from "@/bench/checkout/check-out";
import { planOrders } from "@/bench/checkout/plan-orders";
import { prepareShop } from "@/bench/checkout/prepare-shop";
import { runClients } from "@/bench/checkout/run-clients";
import { asOwner, copyDatabase } from "@/bench/checkout/two-databases";
import { fillShop } from "@/bench/invariants/fill-shop";
import { buildTemplate } from "@/e2e/database-template";
import { sealAuditEntries } from "@/features/audit/commands/seal-audit-entries";
import { disconnectDatabase } from "@/lib/db/client";
import { askInvariants } from "@/scripts/database/ask-invariants";
import type { InvariantResult } from "@/scripts/database/run-invariants";
import { watchInvariants } from "@/worker/watch-invariants";

/** What a busy shop sells in ten minutes: one order every 0.6 seconds. */
const ordersInTenMinutes = 1_000;
const clients = 8;

export type InvariantFigures = {
  orders: number;
  rows: Record<string, number>;
  wholeSeconds: number;
  slowest: { name: string; ms: number }[];
  workerWholeSeconds: number;
  ordersSinceLastRun: number;
  tenMinuteSeconds: number;
  quietSeconds: number;
  broken: string[];
};

/** @param urls of the server and of the database to make on it */
export async function measureInvariants(
  urls: { serverUrl: string; databaseUrl: string },
  orders: number,
): Promise<InvariantFigures> {
  await copyDatabase(urls.serverUrl, await buildTemplate(urls.serverUrl), "shop");
  const shop = await prepareShop(new Date());
  const { merchantId } = shop.merchant;
  await asOwner(urls.databaseUrl, (client) => fillShop(client, shop.merchant, orders, console.log));
  const rows = await asOwner(urls.databaseUrl, countRows);
  // Ten gigabytes that were just written leave for the disk: no shop has them under way all the time.
  await asOwner(urls.databaseUrl, (client) => client.query("checkpoint"));

  const [whole, wholeSeconds] = await timed(() => askInvariants(urls.databaseUrl));
  for (const { name, rowCount, durationMs } of whole) {
    console.log(
      `${rowCount === 0 ? "ok    " : "BROKEN"} ${name}: ${rowCount} rows, ${durationMs} ms`,
    );
  }
  const watch = () => timed(() => watchInvariants(merchantId, new Date()));
  const [first, workerWholeSeconds] = await watch();

  const now = new Date();
  const planned = planOrders(shop, { count: ordersInTenMinutes, firstIndex: 1, now });
  await runClients(clients, planned, (order) => checkOut(shop, order, now));
  await sealAuditEntries(merchantId);
  const [touched, tenMinuteSeconds] = await watch();
  const [quiet, quietSeconds] = await watch();
  await disconnectDatabase();
  if (first?.reach !== "whole" || touched?.reach !== "touched" || quiet?.reach !== "touched")
    throw new Error("a run looked further or less far than expected");
  return {
    orders,
    rows,
    wholeSeconds,
    slowest: slowest(whole),
    workerWholeSeconds,
    ordersSinceLastRun: ordersInTenMinutes,
    tenMinuteSeconds,
    quietSeconds,
    broken: [...whole.filter(({ rowCount }) => rowCount > 0).map(({ name }) => name)].concat(
      ...[first, touched, quiet].map(({ broken }) => broken),
    ),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const begin = performance.now();
  const result = await work();
  return [result, Math.round(performance.now() - begin) / 1_000];
}

function slowest(results: readonly InvariantResult[]): { name: string; ms: number }[] {
  return results
    .toSorted((one, other) => other.durationMs - one.durationMs)
    .slice(0, 5)
    .map(({ name, durationMs }) => ({ name, ms: durationMs }));
}

const counted = [
  "orders",
  "order_line",
  "payment",
  "commission",
  "refund",
  "payout",
  "ledger_transfer",
  "ledger_account",
  "customer_binding",
  "share_click",
  "stock_movement",
  "audit_seal",
] as const;

async function countRows(client: {
  query: (sql: string) => Promise<{ rows: { count: number }[] }>;
}): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of counted) {
    const { rows } = await client.query(`select count(*)::int as count from ${table}`);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}
