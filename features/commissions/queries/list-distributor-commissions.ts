import { selectCommissions } from "@/features/commissions/queries/select-commissions";
import type {
  CommissionCursor,
  CommissionList,
  CommissionView,
} from "@/features/commissions/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

const listed: Record<CommissionList, Prisma.Sql> = {
  pending: Prisma.sql`c.state in ('pending', 'held')`,
  held: Prisma.sql`c.state = 'held'`,
  taken_back: Prisma.sql`c.clawed_back_fen > 0`,
};

/** One page of a distributor's commissions, newest first; those behind one sum, or of one order, where given. */
export async function listDistributorCommissions(
  tx: MerchantTx,
  question: {
    merchantId: string;
    distributorId: string;
    list?: CommissionList | undefined;
    orderNo?: string | undefined;
    after?: CommissionCursor;
    limit: number;
  },
): Promise<CommissionView[]> {
  const { merchantId, distributorId, list, orderNo, ...page } = question;
  const conditions = [
    Prisma.sql`c.merchant_id = ${merchantId}::uuid`,
    Prisma.sql`c.distributor_id = ${distributorId}::uuid`,
  ];
  if (list) conditions.push(listed[list]);
  if (orderNo) conditions.push(Prisma.sql`o.order_no = ${orderNo}`);
  return selectCommissions(tx, conditions, page);
}
