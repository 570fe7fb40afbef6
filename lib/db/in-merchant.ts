import { askDirectly } from "@/lib/db/ask-directly";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { prisma, statementMs } from "@/lib/db/client";
import { databaseError } from "@/lib/db/database-error";
import { openingFor } from "@/lib/db/tenant-client";
import type { Prisma } from "@/prisma/generated/client";

/** The tenant's transaction. Commands take it as their first argument or open it through inMerchant. */
export type MerchantTx = Prisma.TransactionClient;

/** How long a request waits for a free connection before it answers 503 "busy". */
const maxWaitMs = 8_000;

/**
 * Runs `work` in one transaction in which row security shows only this merchant's rows: the first
 * message to the database sets app.merchant_id for this transaction (see tenant-client).
 * Never call it inside itself: whoever holds a connection must not wait for a second one.
 * @throws AppError("busy") when no connection came free in time, AppError("bad_request") for a text
 *   that Postgres cannot keep, where nothing noticed it before
 */
export async function inMerchant<T>(
  merchantId: AuthorizedMerchantId,
  work: (tx: MerchantTx) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  const transaction = { merchantId, connection: null };
  try {
    return await openingFor.run(transaction, () =>
      prisma().$transaction(
        async (tx) => {
          const direct = askDirectly(tx, transaction);
          await allowLong(direct, options.timeoutMs ?? 0);
          return work(direct);
        },
        { maxWait: maxWaitMs, timeout: options.timeoutMs ?? 15_000 },
      ),
    );
  } catch (error) {
    throw databaseError(error);
  }
}

/** A statement of a long transaction may take as long as all of it: connections allow any other 30 seconds. */
async function allowLong(tx: MerchantTx, timeoutMs: number): Promise<void> {
  if (timeoutMs <= statementMs) return;
  await tx.$executeRaw`select set_config('statement_timeout', ${String(timeoutMs)}, true)`;
}
