import { selectCustomers } from "@/features/customers/queries/select-customers";
import {
  type CustomerRow,
  toCustomerSummary,
} from "@/features/customers/queries/to-customer-summary";
import type { CustomerFilter, StaffCustomerSummary } from "@/features/customers/schema";
import { escapeLike } from "@/lib/db/escape-like";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

const pageSize = 20;

/**
 * The merchant's customers that match, the newest first. The text finds by part of the nickname, by
 * order number and by the whole phone number of a parcel; phones are shown masked. A tag narrows further.
 */
export async function listCustomers(
  tx: MerchantTx,
  question: { merchantId: string; filter: CustomerFilter; now: Date },
): Promise<{ customers: StaffCustomerSummary[]; nextCursor: string | null }> {
  const { merchantId, filter, now } = question;
  const after = readCursor(filter.cursor);
  const below = after
    ? Prisma.sql`and (c.created_at, c.id) < (${after.createdAt}, ${after.id}::uuid)`
    : Prisma.empty;
  const matches = filter.text ? matching(merchantId, filter.text) : Prisma.empty;
  const tagged = filter.tag
    ? Prisma.sql`and c.id in (select customer_id from customer_tag
        where merchant_id = ${merchantId}::uuid and tag = ${filter.tag})`
    : Prisma.empty;
  const rows = await tx.$queryRaw<CustomerRow[]>(
    selectCustomers({
      merchantId,
      now,
      which: Prisma.sql`${matches} ${tagged} ${below}
        order by c.created_at desc, c.id desc limit ${pageSize + 1}`,
    }),
  );
  const page = rows.slice(0, pageSize).map(toCustomerSummary);
  const last = page.at(-1);
  const hasMore = rows.length > pageSize && last !== undefined;
  return {
    customers: page,
    nextCursor: hasMore ? writeCursor({ createdAt: last.createdAt, id: last.customerId }) : null,
  };
}

function matching(merchantId: string, text: string): Prisma.Sql {
  const digits = text.normalize("NFKC").replace(/[\s-]/g, "");
  const name = `%${escapeLike(text)}%`;
  // Each way by its own index; joined by OR in one condition all orders would be read.
  return Prisma.sql`and (c.nickname ilike ${name} or c.id in (
    select customer_id from orders where merchant_id = ${merchantId}::uuid and order_no = ${digits}
    union select customer_id from orders
      where merchant_id = ${merchantId}::uuid and receiver_phone = ${digits.replace(/^\+?86(?=1)/, "")}
  ))`;
}
