import { PrismaPg } from "@prisma/adapter-pg";
import { statementName } from "@/lib/db/statement-name";
import { TenantClient } from "@/lib/db/tenant-client";
import { env } from "@/lib/env";
import { errorWords } from "@/lib/log/error-words";
import { log } from "@/lib/log/log";
import { PrismaClient } from "@/prisma/generated/client";

/** The longest that a statement may take, in a transaction that was not given longer. */
export const statementMs = 30_000;

const globalStore = globalThis as { renhePrisma?: PrismaClient };

/** The one client of this process. Outside lib/db nobody may hold it: see inMerchant and onPlatform. */
export function prisma(): PrismaClient {
  globalStore.renhePrisma ??= new PrismaClient({ adapter: connect() });
  return globalStore.renhePrisma;
}

/** Closes all connections; for the end of a process and of a test. */
export async function disconnectDatabase(): Promise<void> {
  await globalStore.renhePrisma?.$disconnect();
  delete globalStore.renhePrisma;
}

function connect(): PrismaPg {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env();
  return new PrismaPg(
    {
      connectionString: DATABASE_URL,
      max: DATABASE_POOL_SIZE,
      Client: TenantClient,
      connectionTimeoutMillis: 10_000,
      // A new connection signs in and plans every statement anew: keep them over quiet minutes.
      idleTimeoutMillis: 300_000,
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: 30_000,
    },
    {
      // Without listeners a killed Postgres ends this process (design/stack.md).
      onPoolError: sayLost,
      onConnectionError: sayLost,
      statementNameGenerator: (query) => statementName(query.sql),
    },
  );
}

function sayLost(error: Error): void {
  log.warn({ err: errorWords(error) }, "database connection lost");
}
