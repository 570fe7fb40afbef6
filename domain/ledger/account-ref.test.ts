import { expect, test } from "vitest";
import { accountShard } from "./account-kinds";
import { distributorAccount, merchantAccount } from "./account-ref";

test("a sharded account's row follows from the key, another has one row only", () => {
  const shard = accountShard("order-1", 16);
  expect(shard).not.toBe(0);
  expect(merchantAccount("merchant_sales", "order-1", 16)).toEqual({
    kind: "merchant_sales",
    distributorId: null,
    shard,
  });
  expect(merchantAccount("tax_withheld", "order-1", 16).shard).toBe(0);
});

test("a distributor's account names its distributor", () => {
  expect(distributorAccount("commission_pending", "ada")).toEqual({
    kind: "commission_pending",
    distributorId: "ada",
    shard: 0,
  });
});

test("no account is ever given to the wrong kind of owner", () => {
  expect(() => merchantAccount("commission_pending", "order-1", 16)).toThrow(RangeError);
  expect(() => distributorAccount("merchant_sales", "ada")).toThrow(RangeError);
});
