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

/** One page of a distributor's commissions, newest first; of one state where it is given. */
export async function listDistributorCommissions(
  tx: MerchantTx,
  question: {
    merchantId: string;
    distributorId: string;
    state?: CommissionState;
    after?: CommissionCursor;
    limit: number;
  },
): Promise<CommissionView[]> {
  const { merchantId, distributorId, state, after, limit } = question;
  const ofState = state ? Prisma.sql`and c.state = ${state}::commission_state` : Prisma.empty;
  return tx.$queryRaw<CommissionView[]>`
    select ${commissionColumns} from ${commissionJoins}
    where c.merchant_id = ${merchantId}::uuid and c.distributor_id = ${distributorId}::uuid
      ${ofState} ${behind(after)}
    order by c.accrued_at desc, c.id desc limit ${Math.min(limit, maxCommissionsPerPage)}`;
}
