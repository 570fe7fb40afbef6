import { maskName } from "@/domain/attribution/mask-name";
import { calculateRuleFen } from "@/domain/commissions/commission-terms";
import type { CommissionScope } from "@/domain/commissions/resolve-rule";
import { selectCommissions } from "@/features/commissions/queries/select-commissions";
import type { CommissionDetailView, CommissionView } from "@/features/commissions/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

type Background = Omit<CommissionDetailView, keyof CommissionView | "customerName" | "rule"> & {
  nickname: string;
  scope: CommissionScope;
  scopeName: string | null;
  version: number;
  rateBps: number | null;
  fixedFenPerUnit: bigint | null;
  capFen: bigint;
};

/**
 * One of a distributor's commissions with everything that it was computed from: order, base, rule
 * with its version and rate, cap, and when it becomes available. Null when it is not theirs.
 */
export async function getCommissionDetail(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; commissionId: string },
): Promise<CommissionDetailView | null> {
  const { merchantId, distributorId, commissionId } = question;
  const conditions = [
    Prisma.sql`c.merchant_id = ${merchantId}::uuid`,
    Prisma.sql`c.distributor_id = ${distributorId}::uuid`,
    Prisma.sql`c.id = ${commissionId}::uuid`,
  ];
  const [commission] = await selectCommissions(tx, conditions, { limit: 1 });
  if (commission === undefined) return null;
  const background = await findBackground(tx, merchantId, commissionId);
  return background ? toDetail(commission, background) : null;
}

async function findBackground(
  tx: MerchantTx,
  merchantId: string,
  commissionId: string,
): Promise<Background | undefined> {
  const [row] = await tx.$queryRaw<Background[]>`
    select c.quantity, l.refunded_fen as "refundedFen", c.held_reason as "heldReason", c.rate_bps as "rateBps",
      c.fixed_fen_per_unit as "fixedFenPerUnit", c.cap_fen as "capFen", c.rule_version as version,
      o.state as "orderState", o.paid_at as "paidAt", o.received_at as "receivedAt",
      policy.hold_days as "holdDays", customer.nickname, r.scope,
      case r.scope
        when 'category' then (select name from category
          where merchant_id = r.merchant_id and id = r.scope_id)
        when 'grade' then (select name from distributor_grade
          where merchant_id = r.merchant_id and id = r.scope_id)
        when 'merchant' then ''
        else l.product_title end as "scopeName"
    from commission c
    join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
    join order_line l
      on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
    join merchant_policy policy
      on policy.merchant_id = o.merchant_id and policy.version = o.policy_version
    join customer on customer.merchant_id = o.merchant_id and customer.id = o.customer_id
    join commission_rule r on r.merchant_id = c.merchant_id and r.id = c.rule_id
    where c.merchant_id = ${merchantId}::uuid and c.id = ${commissionId}::uuid`;
  return row;
}

function toDetail(commission: CommissionView, background: Background): CommissionDetailView {
  const { nickname, scope, scopeName, version, rateBps, fixedFenPerUnit, capFen, ...rest } =
    background;
  const terms = { rateBps, fixedFenPerUnit };
  const ruleFen = calculateRuleFen(terms, commission.baseFen, rest.quantity);
  return {
    ...commission,
    ...rest,
    customerName: maskName(nickname),
    rule: { ...terms, scope, scopeName: scopeName ?? "", version, ruleFen, capFen },
  };
}
