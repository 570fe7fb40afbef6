import type { CommissionState } from "@/domain/commissions/commission-state";
import { selectCommissions } from "@/features/commissions/queries/select-commissions";
import type { CommissionCursor, CommissionView } from "@/features/commissions/schema";
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
  const { merchantId, distributorId, state, ...page } = question;
  const conditions = [
    Prisma.sql`c.merchant_id = ${merchantId}::uuid`,
    Prisma.sql`c.distributor_id = ${distributorId}::uuid`,
  ];
  if (state) conditions.push(Prisma.sql`c.state = ${state}::commission_state`);
  return selectCommissions(tx, conditions, page);
}
