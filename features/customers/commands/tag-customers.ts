import { MAX_TAGS } from "@/features/customers/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** How many got the tag who did not have it; more tags than a list can hold are refused. */
export type Tagged = { ok: true; added: number } | { ok: false; reason: "too_many_tags" };

/**
 * Puts a tag on many customers at once, in one statement; whoever has it keeps it, and who was erased gets
 * none. The caller records it in the audit trail.
 * @param asked.among a query for the ids of customers; who is no customer of the merchant is passed over
 */
export async function tagCustomers(
  tx: MerchantTx,
  asked: { merchantId: string; tag: string; among: Prisma.Sql; now: Date },
): Promise<Tagged> {
  const { merchantId, tag, among, now } = asked;
  // One at a time: two new tags would both be the last that there is room for.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('customer_tag:' || ${merchantId}, 0))`;
  const [row] = await tx.$queryRaw<{ others: number }[]>`
    select count(distinct tag)::int as others from customer_tag
    where merchant_id = ${merchantId}::uuid and tag <> ${tag}`;
  if ((row?.others ?? 0) >= MAX_TAGS) return { ok: false, reason: "too_many_tags" };
  const added = await tx.$executeRaw(Prisma.sql`
    insert into customer_tag (merchant_id, customer_id, tag, tagged_at)
    select c.merchant_id, c.id, ${tag}, ${now} from customer c
    where c.merchant_id = ${merchantId}::uuid and c.erased_at is null and c.id in (${among})
    -- Who is being erased just now is waited for, and then gets none.
    for share of c
    on conflict (merchant_id, customer_id, tag) do nothing`);
  return { ok: true, added };
}
