import pg from "pg";
import { openAccounts } from "@/bench/checkout/open-accounts";
import type { PlannedOrder } from "@/bench/checkout/plan-orders";
import type { BenchShop } from "@/bench/checkout/prepare-shop";
import { runClients } from "@/bench/checkout/run-clients";
import { writeRows } from "@/bench/checkout/write-rows";
import { applicationUrl } from "@/e2e/database-template";

export type HandWritten = {
  /** @returns the milliseconds that it took */
  run: (clients: number, orders: readonly PlannedOrder[], now: Date) => Promise<number>;
  close: () => Promise<void>;
};

/** The rival: plain `pg` as the application's role, every client with a connection of its own. */
export async function connectHandWritten(
  url: string,
  shop: BenchShop,
  maxClients: number,
): Promise<HandWritten> {
  const pool = new pg.Pool({ connectionString: applicationUrl(url), max: maxClients });
  pool.on("error", () => {});
  const accounts = await openAccounts(pool, shop);
  const connections = await Promise.all(Array.from({ length: maxClients }, () => pool.connect()));
  let index = 0;
  return {
    run: (clients, orders, now) =>
      runClients(clients, orders, async (order, client) => {
        const connection = connections[client];
        if (!connection) throw new Error("more clients than connections");
        index += 1;
        await writeRows(connection, shop, accounts, { order, index, now });
      }),
    close: async () => {
      for (const connection of connections) connection.release();
      await pool.end();
    },
  };
}
