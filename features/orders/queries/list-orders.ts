import { countUnits } from "@/domain/orders/count-units";
import { distributorNames } from "@/features/orders/queries/distributor-names";
import { orderWhere } from "@/features/orders/queries/order-where";
import type { OrderFilter, StaffOrderSummary } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { belowCursor, readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 20;

/** The merchant's orders that match, newest first, page by page below a cursor. */
export async function listOrders(
  tx: MerchantTx,
  merchantId: string,
  filter: OrderFilter,
): Promise<{ orders: StaffOrderSummary[]; nextCursor: string | null }> {
  const rows = await tx.order.findMany({
    where: { ...orderWhere(merchantId, filter), ...belowCursor(readCursor(filter.cursor)) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: {
      id: true,
      orderNo: true,
      state: true,
      createdAt: true,
      payableFen: true,
      receiverName: true,
      province: true,
      city: true,
      level1DistributorId: true,
      lines: { orderBy: { lineNo: "asc" }, select: { productTitle: true, quantity: true } },
    },
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const names = await distributorNames(
    tx,
    merchantId,
    page.map(({ level1DistributorId }) => level1DistributorId),
  );
  return {
    orders: page.map(({ id: _id, lines, level1DistributorId, ...order }) => ({
      ...order,
      quantity: countUnits(lines),
      firstTitle: lines[0]?.productTitle ?? "",
      level1: names(level1DistributorId),
    })),
    nextCursor: rows.length > pageSize && last ? writeCursor(last) : null,
  };
}
