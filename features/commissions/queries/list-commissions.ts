import type { CommissionState } from "@/domain/commissions/commission-state";
import { selectCommissions } from "@/features/commissions/queries/select-commissions";
import type { CommissionCursor, CommissionView } from "@/features/commissions/schema";
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
  const { merchantId, orderId, distributorId, state, ...page } = question;
  const conditions = [Prisma.sql`c.merchant_id = ${merchantId}::uuid`];
  if (orderId) conditions.push(Prisma.sql`c.order_id = ${orderId}::uuid`);
  if (distributorId) conditions.push(Prisma.sql`c.distributor_id = ${distributorId}::uuid`);
  if (state) conditions.push(Prisma.sql`c.state = ${state}::commission_state`);
  return selectCommissions(tx, conditions, page);
}
