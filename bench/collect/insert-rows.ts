import { asOwner } from "@/bench/checkout/two-databases";
import type { Batch } from "@/bench/collect/plan-batches";
import { zeroId } from "@/lib/ids/new-id";

const rowsPerStatement = 1_000;
const columns = 8;

/**
 * The comparison: the same rows written by hand, a thousand with each INSERT, every statement durable
 * before the next. @returns rows a second
 */
export async function insertRows(
  url: string,
  merchantId: string,
  batches: readonly Batch[],
  receivedAt: Date,
): Promise<number> {
  const rows = batches.flatMap(({ visitorId, events }) =>
    events.map(({ id, kind, at, productId = zeroId, amount = 0 }) => [
      merchantId,
      new Date(at),
      id,
      kind,
      visitorId,
      receivedAt,
      productId,
      amount,
    ]),
  );
  return asOwner(url, async (client) => {
    const begin = performance.now();
    for (let from = 0; from < rows.length; from += rowsPerStatement) {
      const some = rows.slice(from, from + rowsPerStatement);
      await client.query(statementFor(some.length), some.flat());
    }
    return Math.round(rows.length / ((performance.now() - begin) / 1_000));
  });
}

function statementFor(rows: number): string {
  const values = Array.from({ length: rows }, (_row, row) => {
    const places = Array.from({ length: columns }, (_, column) => `$${row * columns + column + 1}`);
    return `(${places.join(", ")})`;
  });
  return `insert into event (merchant_id, at, id, kind, visitor_id, received_at, product_id, amount)
    values ${values.join(", ")}`;
}
