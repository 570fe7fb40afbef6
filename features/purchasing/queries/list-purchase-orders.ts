import { sumFen } from "@/domain/money/fen";
import type { PurchaseFilter, PurchaseSummary } from "@/features/purchasing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { belowCursor, readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 20;

/** The purchase orders that match, newest first. */
export async function listPurchaseOrders(
  tx: MerchantTx,
  merchantId: string,
  filter: PurchaseFilter,
): Promise<{ orders: PurchaseSummary[]; nextCursor: string | null }> {
  const { state, supplierId, cursor } = filter;
  const rows = await tx.purchaseOrder.findMany({
    where: {
      merchantId,
      ...(state && { state }),
      ...(supplierId && { supplierId }),
      ...belowCursor(readCursor(cursor)),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: {
      id: true,
      purchaseNo: true,
      state: true,
      createdAt: true,
      supplier: { select: { name: true } },
      lines: { select: { units: true, receivedUnits: true, unitCostFen: true } },
    },
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    orders: page.map(({ id, lines, supplier, ...order }) => ({
      ...order,
      purchaseOrderId: id,
      supplierName: supplier.name,
      skus: lines.length,
      units: lines.reduce((sum, { units }) => sum + units, 0),
      receivedUnits: lines.reduce((sum, { receivedUnits }) => sum + receivedUnits, 0),
      amountFen: sumFen(lines.map(({ units, unitCostFen }) => unitCostFen * BigInt(units))),
    })),
    nextCursor: rows.length > pageSize && last ? writeCursor(last) : null,
  };
}
