import type { CustomerScope } from "@/features/customers/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Takes an address off the customer's list; orders keep their own copy. When it was the default one,
 * the newest of the others becomes it.
 */
export async function deleteAddress(
  customer: CustomerScope,
  addressId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  const { merchantId, customerId } = customer;
  return inMerchant(merchantId, async (tx) => {
    const mine = { merchantId, customerId, deletedAt: null };
    const deleted = await tx.address.updateMany({
      where: { ...mine, id: addressId },
      data: { deletedAt: now, isDefault: false },
    });
    if (deleted.count === 0) return { ok: false, reason: "not_found" };
    if ((await tx.address.count({ where: { ...mine, isDefault: true } })) === 0) {
      const next = await tx.address.findFirst({
        where: mine,
        orderBy: { createdAt: "desc" },
        select: { id: true },
      });
      if (next) {
        await tx.address.updateMany({ where: { ...mine, id: next.id }, data: { isDefault: true } });
      }
    }
    return { ok: true };
  });
}
