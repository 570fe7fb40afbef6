import type { SupplierView } from "@/features/purchasing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** More suppliers than a list to choose from can hold. */
const maxSuppliers = 300;

/** The merchant's suppliers by name, those one works with first. */
export async function listSuppliers(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<SupplierView[]> {
  const rows = await tx.supplier.findMany({
    where: { merchantId },
    orderBy: [{ isActive: "desc" }, { name: "asc" }],
    take: maxSuppliers,
    select: {
      id: true,
      name: true,
      contactName: true,
      phone: true,
      leadDays: true,
      note: true,
      isActive: true,
      _count: {
        select: { purchaseOrders: { where: { state: { in: ["ordered", "partly_received"] } } } },
      },
    },
  });
  return rows.map(({ id: supplierId, _count, ...supplier }) => ({
    ...supplier,
    supplierId,
    openOrders: _count.purchaseOrders,
  }));
}
