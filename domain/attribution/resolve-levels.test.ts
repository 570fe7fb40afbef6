import fc from "fast-check";
import { expect, test } from "vitest";
import { type DistributorStanding, resolveLevels } from "./resolve-levels";

const ada: DistributorStanding = { id: "ada", status: "approved" };
const bob: DistributorStanding = { id: "bob", status: "approved" };
const usual = {
  distributor: ada,
  parent: bob,
  level2Enabled: true,
  buyerDistributorId: null,
  allowSelfPurchase: false,
};

test.each([
  ["two approved distributors both earn", {}, "ada", "bob", "two_levels"],
  ["without a binding nobody earns", { distributor: null }, null, null, "no_binding"],
  ["level 2 earns nothing while it is off", { level2Enabled: false }, "ada", null, "level2_off"],
  ["without a parent only level 1 earns", { parent: null }, "ada", null, "no_parent"],
  ["nobody is their own level 2", { parent: ada }, "ada", null, "level2_is_level1"],
  ["a buyer on level 1 stops both", { buyerDistributorId: "ada" }, null, null, "level1_is_buyer"],
  [
    "a buyer on level 2 leaves level 1",
    { buyerDistributorId: "bob" },
    "ada",
    null,
    "level2_is_buyer",
  ],
  [
    "a buyer earns on level 1 where it is allowed",
    { buyerDistributorId: "ada", allowSelfPurchase: true },
    "ada",
    "bob",
    "two_levels",
  ],
  [
    "a buyer earns on level 2 where it is allowed",
    { buyerDistributorId: "bob", allowSelfPurchase: true },
    "ada",
    "bob",
    "two_levels",
  ],
])("%s", (_name, over, level1, level2, reason) => {
  expect(resolveLevels({ ...usual, ...over })).toEqual({ level1, level2, reason });
});

test.each(["applied", "refused", "frozen"] as const)(
  "a distributor who is %s earns on no level, and nobody moves up",
  (status) => {
    expect(resolveLevels({ ...usual, distributor: { id: "ada", status } })).toEqual({
      level1: null,
      level2: null,
      reason: "level1_not_approved",
    });
    expect(resolveLevels({ ...usual, parent: { id: "bob", status } })).toEqual({
      level1: "ada",
      level2: null,
      reason: "level2_not_approved",
    });
  },
);

const standings = fc.option(
  fc.record({
    id: fc.constantFrom("ada", "bob", "cid"),
    status: fc.constantFrom("applied", "approved", "refused", "frozen"),
  }),
);

test("in every constellation the earners are approved, distinct and not barred", () => {
  fc.assert(
    fc.property(
      standings,
      standings,
      fc.boolean(),
      fc.option(fc.constantFrom("ada", "bob", "cid")),
      fc.boolean(),
      (distributor, parent, level2Enabled, buyerDistributorId, allowSelfPurchase) => {
        const checkout = {
          distributor,
          parent,
          level2Enabled,
          buyerDistributorId,
          allowSelfPurchase,
        };
        const { level1, level2 } = resolveLevels(checkout);
        if (level1 !== null) expect(distributor).toEqual({ id: level1, status: "approved" });
        if (level2 === null) return;
        expect(parent).toEqual({ id: level2, status: "approved" });
        expect(level1).not.toBeNull();
        expect(level2).not.toBe(level1);
        expect(level2Enabled).toBe(true);
        if (!allowSelfPurchase) expect([level1, level2]).not.toContain(buyerDistributorId);
      },
    ),
    { numRuns: 1_000 },
  );
});
