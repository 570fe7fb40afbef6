import { expect, test } from "vitest";
import { checkoutPath, withAddress } from "@/app/(mall)/checkout-path";

test("an address is chosen for a checkout of this shop and leads nowhere else", () => {
  expect(checkoutPath("/checkout")).toBe("/checkout");
  expect(checkoutPath("/checkout?sku=1&quantity=2")).toBe("/checkout?sku=1&quantity=2");
  for (const foreign of [
    "//evil.test/checkout",
    "https://evil.test",
    "/checkouts",
    "/me",
    "",
    undefined,
  ]) {
    expect(checkoutPath(foreign)).toBeNull();
  }
});

test("another address keeps what is bought", () => {
  expect(withAddress("/checkout?sku=1&quantity=2&address=old", "new")).toBe(
    "/checkout?sku=1&quantity=2&address=new",
  );
  expect(withAddress("/checkout", "new")).toBe("/checkout?address=new");
});
