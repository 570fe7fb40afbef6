import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { deleteAddress } from "@/features/addresses/commands/delete-address";
import { saveAddress } from "@/features/addresses/commands/save-address";
import { listAddresses } from "@/features/addresses/queries/list-addresses";
import { type AddressInput, maxAddresses } from "@/features/addresses/schema";
import type { CustomerScope } from "@/features/customers/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const now = new Date("2026-03-01T00:00:00.000Z");
const input: AddressInput = {
  receiverName: "李白",
  phone: "13900139000",
  regionCode: "110101",
  detail: "东四十条 3 号院",
  isDefault: false,
};
const list = ({ merchantId, customerId }: CustomerScope) =>
  inMerchant(merchantId, (tx) => listAddresses(tx, { merchantId, customerId }));

test("the names of the region come from its code", async () => {
  const customer = a.scope(a.level1.customerId);
  const saved = await saveAddress(customer, input, null, now);
  expect(saved.ok).toBe(true);
  expect(await list(customer)).toMatchObject([
    { province: "北京市", city: "北京市", district: "东城区", isDefault: true },
  ]);
  for (const regionCode of ["110000", "110100", "999999"]) {
    expect(await saveAddress(customer, { ...input, regionCode }, null, now)).toEqual({
      ok: false,
      reason: "region_missing",
    });
  }
});

test("there is one default address, whatever is added, changed or deleted", async () => {
  const customer = a.scope();
  const defaults = async () => (await list(customer)).filter(({ isDefault }) => isDefault);
  const second = await saveAddress(customer, { ...input, isDefault: true }, null, now);
  if (!second.ok) throw new Error(second.reason);
  expect(await defaults()).toMatchObject([{ addressId: second.addressId }]);
  await saveAddress(customer, { ...input, isDefault: false }, second.addressId, now);
  expect(await defaults()).toMatchObject([{ addressId: second.addressId }]);
  await Promise.all(
    [1, 2, 3].map(() => saveAddress(customer, { ...input, isDefault: true }, null, now)),
  );
  expect(await defaults()).toHaveLength(1);
  const [current] = await defaults();
  expect(await deleteAddress(customer, current?.addressId ?? "", now)).toEqual({ ok: true });
  expect(await defaults()).toHaveLength(1);
  expect(await deleteAddress(customer, current?.addressId ?? "", now)).toMatchObject({ ok: false });
});

test("another customer's and another merchant's address cannot be changed or deleted", async () => {
  for (const stranger of [a.scope(a.level2.customerId), b.scope()]) {
    expect(await saveAddress(stranger, input, a.addressId, now)).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await deleteAddress(stranger, a.addressId, now)).toEqual({
      ok: false,
      reason: "not_found",
    });
  }
  expect((await list(a.scope())).some(({ addressId }) => addressId === a.addressId)).toBe(true);
});

test("nobody keeps more addresses than fit on the list", async () => {
  const customer = b.scope();
  for (let count = (await list(customer)).length; count < maxAddresses; count += 1) {
    expect(await saveAddress(customer, input, null, now)).toMatchObject({ ok: true });
  }
  expect(await saveAddress(customer, input, null, now)).toEqual({
    ok: false,
    reason: "too_many_addresses",
  });
});
