import { formatYuanPlain } from "@/domain/money/format-yuan";
import { countUnits } from "@/domain/orders/count-units";
import type { OrderState } from "@/domain/orders/order-state";
import { distributorNames } from "@/features/orders/queries/distributor-names";
import { orderWhere } from "@/features/orders/queries/order-where";
import type { OrderFilter } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { formatMoment } from "@/lib/i18n/shanghai-time";
import { belowCursor, readCursor, writeCursor } from "@/lib/paging/page-cursor";

/** Small enough for memory, large enough that a year's orders need few questions. */
const pageSize = 500;

/**
 * One page of the orders that match, as the cells of a spreadsheet: number, then placed, goods,
 * units, amounts in yuan, receiver, address, distributor, parcel. The state is left to the caller's language.
 */
export async function exportOrders(
  tx: MerchantTx,
  merchantId: string,
  filter: OrderFilter,
): Promise<{ rows: { state: OrderState; cells: string[] }[]; nextCursor: string | null }> {
  const found = await tx.order.findMany({
    where: { AND: [orderWhere(merchantId, filter), belowCursor(readCursor(filter.cursor))] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    include: {
      lines: {
        orderBy: { lineNo: "asc" },
        select: { productTitle: true, optionName: true, quantity: true },
      },
    },
  });
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const names = await distributorNames(
    tx,
    merchantId,
    page.map(({ level1DistributorId }) => level1DistributorId),
  );
  const rows = page.map((order) => ({
    state: order.state,
    cells: [
      order.orderNo,
      formatMoment(order.createdAt),
      order.lines
        .map((line) => `${line.productTitle} ${line.optionName} ×${line.quantity}`)
        .join("；"),
      String(countUnits(order.lines)),
      ...[
        order.goodsFen,
        order.discountFen,
        order.freightFen,
        order.payableFen,
        order.refundedFen,
      ].map(formatYuanPlain),
      order.receiverName,
      order.receiverPhone,
      `${order.province}${order.city}${order.district}${order.addressDetail}`,
      names(order.level1DistributorId)?.name ?? "",
      order.carrier,
      order.trackingNo,
    ],
  }));
  return { rows, nextCursor: found.length > pageSize && last ? writeCursor(last) : null };
}
