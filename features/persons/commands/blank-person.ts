import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** Stands where a name, a reason or WeChat's id has to stand, and tells of nobody. */
const nobody = { displayName: "已注销", openId: "erased", reason: "已按本人要求删除" };

/**
 * Takes a person out of every row that tells who they are: what only concerns them goes, what the books,
 * the tax and other people's figures need stays without them. Whatever staff wrote about them in free words
 * goes too, but for the audit trail, which is never changed and by its rule holds no names.
 */
export async function blankPerson(
  tx: MerchantTx,
  person: { merchantId: string; customerId: string; distributorId: string | null; now: Date },
): Promise<void> {
  const { merchantId, distributorId } = person;
  for (const statement of [...asCustomer(person), ...inTheirOrders(person)]) {
    await tx.$executeRaw(statement);
  }
  if (distributorId === null) return;
  for (const statement of asDistributor({ ...person, merchantId, distributorId })) {
    await tx.$executeRaw(statement);
  }
}

type Customer = { merchantId: string; customerId: string; now: Date };

function asCustomer({ merchantId, customerId, now }: Customer): Prisma.Sql[] {
  const theirs = Prisma.sql`merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid`;
  return [
    Prisma.sql`update customer set nickname = '', avatar_url = '', erased_at = coalesce(erased_at, ${now})
      where merchant_id = ${merchantId}::uuid and id = ${customerId}::uuid`,
    Prisma.sql`delete from wechat_identity where ${theirs}`,
    Prisma.sql`delete from address where ${theirs}`,
    Prisma.sql`delete from cart where ${theirs}`,
    Prisma.sql`delete from customer_tag where ${theirs}`,
    Prisma.sql`delete from favourite f using visitor v
      where f.merchant_id = ${merchantId}::uuid and v.merchant_id = f.merchant_id
        and v.id = f.visitor_id and v.customer_id = ${customerId}::uuid`,
    Prisma.sql`update customer_session set revoked_at = ${now} where ${theirs} and revoked_at is null`,
    Prisma.sql`update customer_consent set withdrawn_at = ${now} where ${theirs} and withdrawn_at is null`,
    Prisma.sql`update customer_binding set reason = ${nobody.reason}
      where ${theirs} and reason <> ''`,
    Prisma.sql`update share_link set revoked_at = ${now}
      where merchant_id = ${merchantId}::uuid and sharer_customer_id = ${customerId}::uuid
        and revoked_at is null`,
    // The stars stay: they are the product's. Words that nobody said need no decision and no answer.
    Prisma.sql`update review set content = '', answer = '', answered_at = null, hide_reason = '',
        state = 'published', changed_at = ${now}
      where ${theirs} and state <> 'withdrawn' and (content <> '' or answer <> '')`,
    Prisma.sql`update nps_answer set content = '' where ${theirs} and content <> ''`,
    Prisma.sql`update off_platform_report set content = '', about = '' where ${theirs}`,
  ];
}

/** Region and parcel stay: figures by province and the proof that something was delivered need them. */
function inTheirOrders({ merchantId, customerId }: Customer): Prisma.Sql[] {
  const theirs = Prisma.sql`o.merchant_id = ${merchantId}::uuid and o.customer_id = ${customerId}::uuid`;
  return [
    Prisma.sql`update orders o
      set receiver_name = '', receiver_phone = '', address_detail = '', note = '' where ${theirs}`,
    Prisma.sql`update payment p set payer_open_id = '' from orders o
      where ${theirs} and p.merchant_id = o.merchant_id and p.order_id = o.id`,
    Prisma.sql`update refund r set note = '' from orders o
      where ${theirs} and r.merchant_id = o.merchant_id and r.order_id = o.id`,
  ];
}

function asDistributor(person: Customer & { distributorId: string }): Prisma.Sql[] {
  const { merchantId, distributorId } = person;
  const theirs = Prisma.sql`merchant_id = ${merchantId}::uuid and distributor_id = ${distributorId}::uuid`;
  return [
    Prisma.sql`update distributor set status = 'frozen', display_name = ${nobody.displayName},
        application_text = '', decision_reason = '', payouts_frozen_reason = ''
      where merchant_id = ${merchantId}::uuid and id = ${distributorId}::uuid`,
    // The keyed hash of the identity number stays: one person's tax of a month is proven by it.
    Prisma.sql`update payout_account set real_name_sealed = '', id_number_sealed = '', id_number_tail = '',
        bank_name = '', bank_card_sealed = '', bank_card_tail = '' where ${theirs}`,
    Prisma.sql`update former_payout_identity set real_name_sealed = '', id_number_sealed = '',
        id_number_tail = '' where ${theirs}`,
    Prisma.sql`update payout set open_id = case when open_id = '' then '' else ${nobody.openId} end,
        user_name_sealed = '', package_info = '' where ${theirs}`,
    Prisma.sql`update commission set held_reason = '' where ${theirs} and held_reason <> ''`,
    Prisma.sql`update off_platform_report set about = '' where ${theirs}`,
  ];
}
