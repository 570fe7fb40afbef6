import fc from "fast-check";
import { expect, test } from "vitest";
import { decideRebind } from "./decide-rebind";

const DAY_MS = 86_400_000;
const day = (days: number, ms = 0) => new Date(Date.UTC(2026, 5, 1) + days * DAY_MS + ms);
const ofAda = { id: "b1", distributorId: "ada", boundAt: day(0), validUntil: day(30) };
const bob = { id: "bob", status: "approved" } as const;

type Case = Parameters<typeof decideRebind>[0];
const rebind: Case = {
  latest: ofAda,
  lastOrderAt: null,
  seenBindingId: "b1",
  target: bob,
  customerDistributorId: null,
  isCircular: false,
  policy: { validityDays: 30, allowSelfPurchase: false },
  now: day(10),
};
const period = { ok: true, boundAt: day(10), validUntil: day(40) };

test.each<[string, Partial<Case>, object]>([
  ["another distributor takes over from now on", {}, period],
  ["who belongs to nobody is given to somebody", { latest: null, seenBindingId: null }, period],
  [
    "a period that is over stands in nobody's way",
    { now: day(30), seenBindingId: null },
    { ok: true, boundAt: day(30) },
  ],
  [
    "nobody: an empty period that ends the current one",
    { target: null },
    { ok: true, boundAt: day(10), validUntil: day(10) },
  ],
  [
    "nobody, where nobody was",
    { target: null, latest: null, seenBindingId: null },
    { ok: false, reason: "nothing_to_end" },
  ],
  [
    "a binding that is no longer the one that was seen",
    { seenBindingId: "b0" },
    { ok: false, reason: "changed" },
  ],
  ["a binding where none was seen", { seenBindingId: null }, { ok: false, reason: "changed" }],
  ["no binding any more where one was seen", { now: day(30) }, { ok: false, reason: "changed" }],
  [
    "the distributor who has them already",
    { target: { ...bob, id: "ada" } },
    { ok: false, reason: "same_distributor" },
  ],
  [
    "a frozen distributor",
    { target: { ...bob, status: "frozen" } },
    { ok: false, reason: "frozen" },
  ],
  [
    "an applicant",
    { target: { ...bob, status: "applied" } },
    { ok: false, reason: "not_approved" },
  ],
  [
    "a refused applicant",
    { target: { ...bob, status: "refused" } },
    { ok: false, reason: "not_approved" },
  ],
  ["oneself", { customerDistributorId: "bob" }, { ok: false, reason: "own" }],
  [
    "oneself where self-purchase is allowed",
    { customerDistributorId: "bob", policy: { validityDays: 30, allowSelfPurchase: true } },
    period,
  ],
  ["somebody of one's own", { isCircular: true }, { ok: false, reason: "circular" }],
  [
    "at once after an order: from the moment after it",
    { lastOrderAt: day(10) },
    { ok: true, boundAt: day(10, 1) },
  ],
  [
    "an order by a clock that runs ahead",
    { lastOrderAt: day(10, 70) },
    { ok: true, boundAt: day(10, 71) },
  ],
  ["in the moment of the last binding", { now: day(0) }, { ok: true, boundAt: day(0, 1) }],
])("%s", (_what, over, expected) => {
  expect(decideRebind({ ...rebind, ...over })).toMatchObject(expected);
});

const moments = fc.integer({ min: 0, max: 400 }).map((hours) => day(0, hours * 3_600_000));

test("whatever stood before, the new period begins after it and after every order, and never in the past", () => {
  fc.assert(
    fc.property(moments, moments, moments, fc.boolean(), (boundAt, now, lastOrderAt, toNobody) => {
      const latest = { ...ofAda, boundAt, validUntil: new Date(boundAt.getTime() + 30 * DAY_MS) };
      const target = toNobody ? null : bob;
      const decided = decideRebind({ ...rebind, latest, target, now, lastOrderAt });
      if (!decided.ok) return;
      expect(decided.boundAt > boundAt && decided.boundAt > lastOrderAt).toBe(true);
      expect(decided.boundAt >= now && decided.validUntil >= decided.boundAt).toBe(true);
      expect(decided.validUntil > decided.boundAt).toBe(!toNobody);
    }),
  );
});
