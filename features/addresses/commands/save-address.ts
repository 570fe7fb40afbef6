import { type AddressInput, maxAddresses } from "@/features/addresses/schema";
import type { CustomerScope } from "@/features/customers/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { findRegion } from "@/lib/regions/list-regions";
import type { Prisma } from "@/prisma/generated/client";

export type SaveAddressResult =
  | { ok: true; addressId: string }
  | { ok: false; reason: "region_missing" | "too_many_addresses" | "not_found" };

/**
 * Adds an address, or replaces the one with this id. The names of the region are looked up here, never
 * taken from the browser. The first address is the default one; a new default takes the place of the old.
 */
export async function saveAddress(
  customer: CustomerScope,
  input: AddressInput,
  addressId: string | null,
  now: Date,
): Promise<SaveAddressResult> {
  const region = findRegion(input.regionCode);
  if (!region) return { ok: false, reason: "region_missing" };
  const { merchantId, customerId } = customer;
  const { code: regionCode, ...names } = region;
  return inMerchant(merchantId, async (tx) => {
    await lockAddresses(tx, { merchantId, customerId });
    const mine = { merchantId, customerId, deletedAt: null };
    const count = await tx.address.count({ where: mine });
    const isDefault = input.isDefault || count === 0;
    const data = { ...input, ...names, regionCode, isDefault };
    const saved =
      addressId === null
        ? await addAddress(tx, { ...mine, ...data, createdAt: now }, count)
        : await replaceAddress(tx, { ...mine, id: addressId }, data);
    if (saved.ok && isDefault) {
      await tx.address.updateMany({
        where: { ...mine, id: { not: saved.addressId }, isDefault: true },
        data: { isDefault: false },
      });
    }
    return saved;
  });
}

async function addAddress(
  tx: MerchantTx,
  data: Omit<Prisma.AddressUncheckedCreateInput, "id">,
  count: number,
): Promise<SaveAddressResult> {
  if (count >= maxAddresses) return { ok: false, reason: "too_many_addresses" };
  const id = newId();
  await tx.address.create({ data: { ...data, id } });
  return { ok: true, addressId: id };
}

async function replaceAddress(
  tx: MerchantTx,
  where: { merchantId: string; customerId: string; deletedAt: null; id: string },
  data: Prisma.AddressUpdateManyMutationInput & { isDefault: boolean },
): Promise<SaveAddressResult> {
  const { isDefault, ...rest } = data;
  // An address loses its place as default only to another one.
  const changed = await tx.address.updateMany({ where, data: isDefault ? data : rest });
  if (changed.count === 0) return { ok: false, reason: "not_found" };
  return { ok: true, addressId: where.id };
}

/** One change of a customer's addresses after the other: two at once would leave two defaults. */
async function lockAddresses(
  tx: MerchantTx,
  who: { merchantId: string; customerId: string },
): Promise<void> {
  const { merchantId, customerId } = who;
  await tx.$queryRaw`select 1 from customer where merchant_id = ${merchantId}::uuid
    and id = ${customerId}::uuid for no key update`;
}
