import type { PageEvent } from "@/features/events/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { executeAtOnce } from "@/lib/db/execute-at-once";
import { zeroId } from "@/lib/ids/new-id";
import { Prisma } from "@/prisma/generated/client";

/**
 * Writes events in one statement. One that was written before changes nothing; one about a product that
 * this merchant does not have is left out, for whoever invents products invents events too.
 * @returns how many are new
 */
export async function recordEvents(
  merchantId: AuthorizedMerchantId,
  events: readonly PageEvent[],
): Promise<{ recorded: number }> {
  if (events.length === 0) return { recorded: 0 };
  const column = (pick: (event: PageEvent) => string | number) => arrayOf(events.map(pick));
  const recorded = await executeAtOnce(
    merchantId,
    Prisma.sql`
      insert into event (merchant_id, at, id, kind, visitor_id, received_at, product_id, amount)
      select ${merchantId}::uuid, e.at, e.id, e.kind, e.visitor_id, e.received_at, e.product_id, e.amount
      from unnest(${column(({ at }) => at.toISOString())}::timestamptz[],
        ${column(({ id }) => id)}::uuid[], ${column(({ kind }) => kind)}::event_kind[],
        ${column(({ visitorId }) => visitorId)}::uuid[],
        ${column(({ receivedAt }) => receivedAt.toISOString())}::timestamptz[],
        ${column(({ productId }) => productId)}::uuid[], ${column(({ amount }) => amount)}::int[]
      ) as e(at, id, kind, visitor_id, received_at, product_id, amount)
      left join product p on p.merchant_id = ${merchantId}::uuid and p.id = e.product_id
      where e.product_id = ${zeroId}::uuid or p.id is not null
      order by e.at, e.id
      on conflict do nothing`,
  );
  return { recorded };
}

/** Ids, words, moments and numbers need no quotes in Postgres' text of an array: a third of the work. */
function arrayOf(values: readonly (string | number)[]): string {
  return `{${values.join(",")}}`;
}
