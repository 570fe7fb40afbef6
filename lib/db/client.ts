import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { statementName } from "@/lib/db/statement-name";
import { TenantClient } from "@/lib/db/tenant-client";
import { env } from "@/lib/env";
import { errorWords } from "@/lib/log/error-words";
import { log } from "@/lib/log/log";
import { PrismaClient } from "@/prisma/generated/client";

/** The longest that a statement may take, in a transaction that was not given longer. */
export const statementMs = 30_000;

type Database = { pool: pg.Pool; prisma: PrismaClient };
const globalStore = globalThis as { renheDatabase?: Database };

/** The one client of this process. Outside lib/db nobody may hold it: see inMerchant and onPlatform. */
export function prisma(): PrismaClient {
  return database().prisma;
}

/** The connections that the client uses. Outside lib/db nobody may hold them: see executeAtOnce. */
export function connections(): pg.Pool {
  return database().pool;
}

/** Closes all connections; for the end of a process and of a test. */
export async function disconnectDatabase(): Promise<void> {
  const open = globalStore.renheDatabase;
  delete globalStore.renheDatabase;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}

function database(): Database {
  globalStore.renheDatabase ??= connect();
  return globalStore.renheDatabase;
}

function connect(): Database {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env();
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_POOL_SIZE,
    Client: TenantClient,
    connectionTimeoutMillis: 10_000,
    // A new connection signs in and plans every statement anew: keep them over quiet minutes.
    idleTimeoutMillis: 300_000,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: 30_000,
    // A board's question is planned anew each time, and costs enough for Postgres to compile it: that
    // takes longer than to answer it.
    options: "-c jit=off",
  });
  // Without listeners a killed Postgres ends this process (design/stack.md).
  pool.on("error", sayLost);
  const adapter = new PrismaPg(pool, {
    onConnectionError: sayLost,
    statementNameGenerator: (query) => statementName(query.sql),
  });
  return { pool, prisma: new PrismaClient({ adapter }) };
}

/** A connection was lost; whoever was using it is told by their statement. */
export function sayLost(error: Error): void {
  log.warn({ err: errorWords(error) }, "database connection lost");
}
