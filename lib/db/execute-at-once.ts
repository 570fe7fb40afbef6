import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { connections, sayLost } from "@/lib/db/client";
import { databaseError } from "@/lib/db/database-error";
import { openingFor } from "@/lib/db/tenant-client";
import { toQuery } from "@/lib/db/to-query";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Runs one statement as a transaction of its own in which row security shows only this merchant's rows:
 * what opens it, the statement and its COMMIT leave together, so that all of it is one way to the database
 * and back. For what is written many times a second and needs no answer but the number of rows; everything
 * else belongs into inMerchant.
 * @returns how many rows it wrote, once they are durable
 * @throws what inMerchant throws
 */
export async function executeAtOnce(
  merchantId: AuthorizedMerchantId,
  statement: Prisma.Sql,
): Promise<number> {
  try {
    const client = await connections().connect();
    client.on("error", sayLost);
    let isLost = false;
    try {
      const [, done, committed] = await openingFor.run({ merchantId, connection: null }, () =>
        Promise.allSettled([
          client.query("BEGIN"),
          client.query(toQuery(statement)),
          client.query("COMMIT"),
        ]),
      );
      // A statement that was refused makes a ROLLBACK of the COMMIT, which is answered all the same.
      isLost = committed.status === "rejected";
      if (done.status === "rejected") throw done.reason;
      if (committed.status === "rejected") throw committed.reason;
      return done.value.rowCount ?? 0;
    } finally {
      client.off("error", sayLost);
      client.release(isLost);
    }
  } catch (error) {
    throw databaseError(error);
  }
}
