import { type AddressView, maxAddresses } from "@/features/addresses/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The customer's addresses, the default one first. */
export async function listAddresses(
  tx: MerchantTx,
  input: { merchantId: string; customerId: string },
): Promise<AddressView[]> {
  const { merchantId, customerId } = input;
  const rows = await tx.address.findMany({
    where: { merchantId, customerId, deletedAt: null },
    orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }],
    take: maxAddresses,
    select: {
      id: true,
      receiverName: true,
      phone: true,
      regionCode: true,
      province: true,
      city: true,
      district: true,
      detail: true,
      isDefault: true,
    },
  });
  return rows.map(({ id, ...address }) => ({ addressId: id, ...address }));
}
