import type { PageEvent } from "@/features/events/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { zeroId } from "@/lib/ids/new-id";

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
  const recorded = await inMerchant(
    merchantId,
    (tx) => tx.$executeRaw`
      insert into event (merchant_id, at, id, kind, visitor_id, received_at, product_id, amount)
      select ${merchantId}::uuid, e.at, e.id, e.kind, e."visitorId", e."receivedAt", e."productId", e.amount
      from json_to_recordset(${JSON.stringify(events)}::json) as e(at timestamptz, id uuid,
        kind event_kind, "visitorId" uuid, "receivedAt" timestamptz, "productId" uuid, amount int)
      left join product p on p.merchant_id = ${merchantId}::uuid and p.id = e."productId"
      where e."productId" = ${zeroId}::uuid or p.id is not null
      on conflict do nothing`,
  );
  return { recorded };
}
