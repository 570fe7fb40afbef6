import type { CommissionState } from "@/domain/commissions/commission-state";
import {
  behind,
  type CommissionCursor,
  commissionColumns,
  commissionJoins,
  maxCommissionsPerPage,
} from "@/features/commissions/queries/select-commissions";
import type { CommissionView } from "@/features/commissions/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** The dashboard's list: a merchant's commissions, newest first, narrowed by whatever is given. */
export async function listCommissions(
  tx: MerchantTx,
  question: {
    merchantId: string;
    orderId?: string;
    distributorId?: string;
    state?: CommissionState;
    after?: CommissionCursor;
    limit: number;
  },
): Promise<CommissionView[]> {
  const { merchantId, orderId, distributorId, state, after, limit } = question;
  const conditions = [
    orderId ? Prisma.sql`and c.order_id = ${orderId}::uuid` : Prisma.empty,
    distributorId ? Prisma.sql`and c.distributor_id = ${distributorId}::uuid` : Prisma.empty,
    state ? Prisma.sql`and c.state = ${state}::commission_state` : Prisma.empty,
    behind(after),
  ];
  return tx.$queryRaw<CommissionView[]>`
    select ${commissionColumns} from ${commissionJoins}
    where c.merchant_id = ${merchantId}::uuid ${Prisma.join(conditions, " ")}
    order by c.accrued_at desc, c.id desc limit ${Math.min(limit, maxCommissionsPerPage)}`;
}
