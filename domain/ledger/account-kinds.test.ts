import fc from "fast-check";
import { expect, test } from "vitest";
import { ACCOUNT_KINDS, ACCOUNT_RULES, accountShard } from "./account-kinds";

test("an account with a floor is never sharded, and no distributor's but the debt is without one", () => {
  for (const kind of ACCOUNT_KINDS) {
    const { owner, floorFen, sharded } = ACCOUNT_RULES[kind];
    if (floorFen !== null) expect(sharded, kind).toBe(false);
    if (owner === "distributor") {
      expect(floorFen, kind).toBe(kind === "commission_debt" ? null : 0n);
    }
  }
});

test("the accounts that every order of a merchant touches are sharded", () => {
  const sharded = ACCOUNT_KINDS.filter((kind) => ACCOUNT_RULES[kind].sharded);
  expect(sharded).toEqual(["wechat_clearing", "merchant_sales", "payment_fees"]);
});

test("a key's shard is the same on every machine and in every version", () => {
  expect(accountShard("", 16)).toBe(0x811c9dc5 % 16);
  expect(accountShard("a", 1_000_000)).toBe(0xe40c292c % 1_000_000);
  expect(accountShard("foobar", 1_000_000)).toBe(0xbf9cf968 % 1_000_000);
});

test("every key falls on a shard that exists", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 1_024 }), (key, shards) => {
      const shard = accountShard(key, shards);
      expect(Number.isInteger(shard) && shard >= 0 && shard < shards).toBe(true);
    }),
  );
});

test("neighbouring keys spread evenly: no shard of 16 is off its share by a quarter", () => {
  const counts = new Array<number>(16).fill(0);
  for (let index = 0; index < 16_000; index += 1) {
    const shard = accountShard(
      `019a0000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`,
      16,
    );
    counts[shard] = (counts[shard] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(750);
  expect(Math.max(...counts)).toBeLessThan(1_250);
});

test.each([0, -1, 1.5, Number.NaN])("%s shards throw", (shards) => {
  expect(() => accountShard("key", shards)).toThrow(RangeError);
});
