import type { StaffDistributorView } from "@/features/distributors/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Figures = Pick<
  StaffDistributorView,
  "orderCount" | "salesFen" | "commissionFen" | "friendCount" | "visitCount"
>;

/** Who is directly below is shown up to here. */
const maxTeam = 200;

/** One distributor with their standing, team and figures; null for another merchant's id. */
export async function getDistributor(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; now: Date },
): Promise<StaffDistributorView | null> {
  const { merchantId, distributorId, now } = question;
  const row = await tx.distributor.findUnique({
    where: { merchantId_id: { merchantId, id: distributorId } },
    include: {
      customer: { select: { nickname: true } },
      parent: { select: { id: true, displayName: true } },
      children: {
        orderBy: { appliedAt: "desc" },
        take: maxTeam,
        select: { id: true, displayName: true, status: true },
      },
    },
  });
  if (!row) return null;
  const decider = row.decidedBy
    ? await tx.staff.findUnique({
        where: { merchantId_id: { merchantId, id: row.decidedBy } },
        select: { name: true },
      })
    : null;
  const figures = await readFigures(tx, { merchantId, distributorId, now });
  const { status, displayName, applicationText, appliedAt, decidedAt, decisionReason } = row;
  return {
    distributorId,
    customerId: row.customerId,
    status,
    displayName,
    nickname: row.customer.nickname,
    applicationText,
    appliedAt,
    decidedAt,
    decidedByName: decider?.name ?? "",
    decisionReason,
    parent: row.parent && { distributorId: row.parent.id, displayName: row.parent.displayName },
    team: row.children.map(({ id, ...one }) => ({ distributorId: id, ...one })),
    ...figures,
  };
}

async function readFigures(
  tx: MerchantTx,
  { merchantId, distributorId, now }: { merchantId: string; distributorId: string; now: Date },
): Promise<Figures> {
  const [figures] = await tx.$queryRaw<Figures[]>`
    select count(*)::int as "orderCount",
      coalesce(sum(goods_fen - discount_fen), 0)::bigint as "salesFen",
      (select coalesce(sum(commission_fen - clawed_back_fen), 0)::bigint from commission
        where merchant_id = ${merchantId}::uuid and distributor_id = ${distributorId}::uuid) as "commissionFen",
      (select count(*)::int from customer_binding where merchant_id = ${merchantId}::uuid
        and distributor_id = ${distributorId}::uuid
        and bound_at <= ${now} and valid_until > ${now}) as "friendCount",
      (select count(*)::int from distributor d
        join share_link l on l.merchant_id = d.merchant_id and l.sharer_customer_id = d.customer_id
        join share_click k on k.merchant_id = l.merchant_id and k.link_id = l.id
        join visitor v on v.merchant_id = k.merchant_id and v.id = k.visitor_id
        where d.merchant_id = ${merchantId}::uuid and d.id = ${distributorId}::uuid
          and v.customer_id is distinct from d.customer_id) as "visitCount"
    from orders
    where merchant_id = ${merchantId}::uuid and level1_distributor_id = ${distributorId}::uuid
      and paid_fen > 0`;
  if (figures === undefined) throw new Error("an aggregate without a row");
  return figures;
}
