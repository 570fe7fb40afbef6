import fc from "fast-check";
import { expect, test } from "vitest";
import { type AttributionPolicy, decideBinding } from "./decide-binding";
import { type BindingPeriod, type ClickVerdict, judgeClick } from "./judge-click";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 5, 1);
const day = (days: number) => new Date(START_MS + days * DAY_MS);
type Clicked = Parameters<typeof judgeClick>[0]["click"];

const policy: AttributionPolicy = {
  mode: "last_touch",
  validityDays: 30,
  protectionDays: 5,
  allowSelfPurchase: false,
};
const ofAda: BindingPeriod = {
  bindingId: "b1",
  clickId: "c1",
  distributorId: "ada",
  source: "click",
  boundAt: day(0),
  validUntil: day(30),
};
const byHand: BindingPeriod = {
  ...ofAda,
  bindingId: "b2",
  clickId: null,
  distributorId: "cid",
  source: "manual",
  boundAt: day(20),
  validUntil: day(50),
};
const click: Clicked = {
  clickId: "c2",
  clickedAt: day(3),
  distributorId: "bob",
  isApproved: true,
  policy,
};

test.each<[string, Partial<Clicked>, ClickVerdict]>([
  ["the click that the period names", { clickId: "c1" }, "made_binding"],
  ["a link that no distributor stands behind", { distributorId: null }, "no_distributor"],
  ["a link of somebody who may not earn", { isApproved: false }, "not_approved"],
  ["one's own link", { distributorId: "me" }, "own_link"],
  ["a rival within the protection", {}, "protected"],
  [
    "a rival against a first touch",
    { policy: { ...policy, mode: "first_touch" } },
    "first_touch_holds",
  ],
  ["the same distributor again", { distributorId: "ada" }, "extended"],
  ["before a change by hand, and looked at after it", { clickedAt: day(19) }, "staff_decided"],
  ["what the periods do not tell", { clickedAt: day(60) }, "not_counted"],
])("%s", (_what, over, verdict) => {
  const periods = [{ ...ofAda, validUntil: day(20) }, byHand];
  expect(judgeClick({ click: { ...click, ...over }, periods, customerDistributorId: "me" })).toBe(
    verdict,
  );
});

const clicks = fc.array(
  fc.record({
    who: fc.constantFrom("ada", "bob", "cid", "me"),
    gapHours: fc.integer({ min: 1, max: 24 * 12 }),
    mode: fc.constantFrom("first_touch" as const, "last_touch" as const),
    protectionDays: fc.integer({ min: 0, max: 10 }),
  }),
  { maxLength: 40 },
);

/** What the rule said at the moment of each click, in words of an explanation. */
const verdictOf: Record<string, ClickVerdict> = {
  no_live_binding: "made_binding",
  last_touch: "made_binding",
  same_distributor: "extended",
  already_bound: "extended",
  own_link: "own_link",
  first_touch_holds: "first_touch_holds",
  protected: "protected",
};

/** Decides one click after the other as it is made. @returns the periods and what was said */
function live(series: readonly Clicked[]) {
  const periods: BindingPeriod[] = [];
  const said = series.map((one) => {
    const current = periods.at(-1) ?? null;
    const decision = decideBinding({
      policy: one.policy,
      current,
      click: { distributorId: one.distributorId ?? "", clickedAt: one.clickedAt },
      customerDistributorId: "me",
      now: one.clickedAt,
    });
    if (decision.action === "extend" && current) current.validUntil = decision.validUntil;
    if (decision.action === "rebind" && current) current.validUntil = decision.boundAt;
    if (decision.action === "bind" || decision.action === "rebind") {
      const { boundAt, validUntil } = decision;
      const { clickId, distributorId } = one;
      periods.push({ ...ofAda, clickId, distributorId: distributorId ?? "", boundAt, validUntil });
    }
    return verdictOf[decision.reason] ?? decision.reason;
  });
  return { periods, said };
}

test("however the policy changed between the clicks, the explanation read afterwards is what was decided then", () => {
  fc.assert(
    fc.property(clicks, (drawn) => {
      let atMs = START_MS;
      const series = drawn.map(({ who, gapHours, ...over }, index) => {
        atMs += gapHours * 3_600_000;
        return {
          clickId: `click ${index}`,
          clickedAt: new Date(atMs),
          distributorId: who,
          isApproved: true,
          policy: { ...policy, ...over, validityDays: 12 },
        };
      });
      const { periods, said } = live(series);
      const read = series.map((one) =>
        judgeClick({ click: one, periods, customerDistributorId: "me" }),
      );
      expect(read).toEqual(said);
    }),
  );
});
