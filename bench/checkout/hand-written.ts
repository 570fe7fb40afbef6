import pg, { type PoolClient } from "pg";
import { openAccounts } from "@/bench/checkout/open-accounts";
import type { PlannedOrder } from "@/bench/checkout/plan-orders";
import type { BenchShop } from "@/bench/checkout/prepare-shop";
import { runClients } from "@/bench/checkout/run-clients";
import { type Ids, type Job, payRows, placeRows } from "@/bench/checkout/write-rows";
import { applicationUrl } from "@/e2e/database-template";

/** Works through the orders with so many clients. @returns the milliseconds that it took */
type Work = (clients: number, orders: readonly PlannedOrder[], now: Date) => Promise<number>;
export type HandWritten = {
  checkOut: Work;
  place: Work;
  /** Of orders that were placed. */
  pay: Work;
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
  const placed = new Map<string, Ids>();
  let index = 0;
  const worker =
    (work: (client: PoolClient, job: Job) => Promise<void>): Work =>
    (clients, orders, now) =>
      runClients(clients, orders, async (order, client) => {
        const connection = connections[client];
        if (!connection) throw new Error("more clients than connections");
        index += 1;
        await work(connection, { order, index, now });
      });
  const place = async (client: PoolClient, job: Job) => {
    placed.set(job.order.orderNo, await placeRows(client, shop, job));
  };
  const pay = async (client: PoolClient, job: Job) => {
    const ids = placed.get(job.order.orderNo);
    if (!ids) throw new Error("pay what was placed");
    placed.delete(job.order.orderNo);
    await payRows(client, shop, accounts, job, ids);
  };
  return {
    place: worker(place),
    pay: worker(pay),
    checkOut: worker(async (client, job) => {
      await place(client, job);
      await pay(client, job);
    }),
    close: async () => {
      for (const connection of connections) connection.release();
      await pool.end();
    },
  };
}
