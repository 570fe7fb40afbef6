import { sumFen } from "@/domain/money/fen";
import type { PurchaseView, ReceiptView } from "@/features/purchasing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A purchase order with its lines and what came of it so far; null where the merchant has none of that id. */
export async function getPurchaseOrder(
  tx: MerchantTx,
  { merchantId, purchaseOrderId }: { merchantId: string; purchaseOrderId: string },
): Promise<PurchaseView | null> {
  const order = await tx.purchaseOrder.findUnique({
    where: { merchantId_id: { merchantId, id: purchaseOrderId } },
    select: {
      purchaseNo: true,
      state: true,
      note: true,
      version: true,
      supplierId: true,
      createdAt: true,
      orderedAt: true,
      endedAt: true,
      supplier: { select: { name: true } },
      lines: {
        orderBy: { lineNo: "asc" },
        select: {
          lineNo: true,
          skuId: true,
          units: true,
          unitCostFen: true,
          receivedUnits: true,
          sku: { select: { code: true, optionName: true, product: { select: { title: true } } } },
        },
      },
    },
  });
  if (!order) return null;
  const { supplier, lines, ...columns } = order;
  return {
    ...columns,
    purchaseOrderId,
    supplierName: supplier.name,
    amountFen: sumFen(lines.map(({ units, unitCostFen }) => unitCostFen * BigInt(units))),
    lines: lines.map(({ sku, ...line }) => ({
      ...line,
      code: sku.code,
      title: `${sku.product.title} ${sku.optionName}`.trim(),
    })),
    receipts: await listReceipts(tx, merchantId, purchaseOrderId),
  };
}

function listReceipts(
  tx: MerchantTx,
  merchantId: string,
  purchaseOrderId: string,
): Promise<ReceiptView[]> {
  return tx.$queryRaw<ReceiptView[]>`
    select g.id as "receiptId", g.created_at as "createdAt", g.note, coalesce(s.name, '') as "staffName",
      sum(l.units)::int as units, sum(l.cost_fen)::bigint as "costFen"
    from goods_receipt g
    join receipt_line l on l.merchant_id = g.merchant_id and l.receipt_id = g.id
    left join staff s on s.merchant_id = g.merchant_id and s.id = g.created_by
    where g.merchant_id = ${merchantId}::uuid and g.purchase_order_id = ${purchaseOrderId}::uuid
    group by g.id, g.created_at, g.note, s.name
    order by g.created_at, g.id`;
}
