import { askDirectly } from "@/lib/db/ask-directly";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { prisma } from "@/lib/db/client";
import { openingFor } from "@/lib/db/tenant-client";
import { AppError } from "@/lib/errors/app-error";
import type { Prisma } from "@/prisma/generated/client";

/** The tenant's transaction. Commands take it as their first argument or open it through inMerchant. */
export type MerchantTx = Prisma.TransactionClient;

/** How long a request waits for a free connection before it answers 503 "busy". */
const maxWaitMs = 8_000;

/**
 * Runs `work` in one transaction in which row security shows only this merchant's rows: the first
 * message to the database sets app.merchant_id for this transaction (see tenant-client).
 * Never call it inside itself: whoever holds a connection must not wait for a second one.
 * @throws AppError("busy") when no connection came free in time
 */
export async function inMerchant<T>(
  merchantId: AuthorizedMerchantId,
  work: (tx: MerchantTx) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  const transaction = { merchantId, connection: null };
  try {
    return await openingFor.run(transaction, () =>
      prisma().$transaction((tx) => work(askDirectly(tx, transaction)), {
        maxWait: maxWaitMs,
        timeout: options.timeoutMs ?? 15_000,
      }),
    );
  } catch (error) {
    if (isPoolExhausted(error)) throw new AppError("busy", "no free connection", { cause: error });
    throw error;
  }
}

/** P2028: Prisma could not start the transaction in time. */
function isPoolExhausted(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "P2028" &&
    error.message.includes("Unable to start")
  );
}
