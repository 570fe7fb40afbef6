import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AttributionPolicy, type CurrentBinding, decideBinding } from "./decide-binding";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 5, 1);
const day = (days: number) => new Date(START_MS + days * DAY_MS);

const lastTouch: AttributionPolicy = {
  mode: "last_touch",
  validityDays: 30,
  protectionDays: 5,
  allowSelfPurchase: false,
};
const firstTouch: AttributionPolicy = { ...lastTouch, mode: "first_touch" };
const ofAda: CurrentBinding = { distributorId: "ada", boundAt: day(0), validUntil: day(30) };

function decide(
  policy: AttributionPolicy,
  current: CurrentBinding | null,
  distributorId: string,
  clickedDay: number,
  over: { customerDistributorId?: string; nowDay?: number } = {},
) {
  return decideBinding({
    policy,
    current,
    click: { distributorId, clickedAt: day(clickedDay) },
    customerDistributorId: over.customerDistributorId ?? null,
    now: day(over.nowDay ?? clickedDay),
  });
}

test("the first click binds from the click on, also when it is decided days later", () => {
  const bound = { action: "bind", reason: "no_live_binding", boundAt: day(2), validUntil: day(32) };
  expect(decide(lastTouch, null, "ada", 2)).toEqual(bound);
  expect(decide(firstTouch, null, "ada", 2, { nowDay: 9 })).toEqual(bound);
});

test("a click older than the validity binds nobody", () => {
  expect(decide(lastTouch, null, "ada", 0, { nowDay: 30 }).reason).toBe("click_expired");
  expect(decide(lastTouch, null, "ada", 0, { nowDay: 29.999 }).action).toBe("bind");
});

test("a click whose clock runs ahead counts as made now", () => {
  expect(decide(lastTouch, null, "ada", 2, { nowDay: 1 })).toMatchObject({ boundAt: day(1) });
});

describe("first touch", () => {
  test("holds against everybody until the instant it ends, then the next click binds", () => {
    expect(decide(firstTouch, ofAda, "bob", 29.999).reason).toBe("first_touch_holds");
    expect(decide(firstTouch, ofAda, "bob", 30)).toMatchObject({
      action: "bind",
      boundAt: day(30),
    });
  });

  test("is not prolonged by further clicks of the same distributor", () => {
    expect(decide(firstTouch, ofAda, "ada", 20)).toEqual({
      action: "keep",
      reason: "first_touch_holds",
    });
  });
});

describe("last touch", () => {
  test("is protected up to the end of the protection period and replaced from then on", () => {
    expect(decide(lastTouch, ofAda, "bob", 4.999).reason).toBe("protected");
    expect(decide(lastTouch, ofAda, "bob", 5)).toEqual({
      action: "rebind",
      reason: "last_touch",
      boundAt: day(5),
      validUntil: day(35),
    });
  });

  test("is prolonged by the same distributor's click, never shortened", () => {
    expect(decide(lastTouch, ofAda, "ada", 3)).toEqual({
      action: "extend",
      reason: "same_distributor",
      validUntil: day(33),
    });
    const shorter = { ...lastTouch, validityDays: 10 };
    expect(decide(shorter, ofAda, "ada", 3).reason).toBe("already_bound");
  });
});

test("a click decided before, or older than the binding, changes nothing", () => {
  expect(decide(lastTouch, ofAda, "ada", 0, { nowDay: 8 }).reason).toBe("older_than_binding");
  expect(decide(lastTouch, ofAda, "bob", -1, { nowDay: 8 }).reason).toBe("older_than_binding");
});

test("a buyer's own link binds only where self-purchase is allowed", () => {
  const buyer = { customerDistributorId: "ada" };
  expect(decide(lastTouch, null, "ada", 1, buyer)).toEqual({
    action: "ignore",
    reason: "own_link",
  });
  const allowing = { ...lastTouch, allowSelfPurchase: true };
  expect(decide(allowing, null, "ada", 1, buyer).action).toBe("bind");
  expect(decide(lastTouch, null, "bob", 1, buyer).action).toBe("bind");
});

/** Plays a series of clicks as the command would, and returns the periods that come of it. */
function play(policy: AttributionPolicy, clicks: { who: string; atMs: number; lagMs: number }[]) {
  const periods: CurrentBinding[] = [];
  for (const { who, atMs, lagMs } of clicks) {
    const current = periods.at(-1) ?? null;
    const decision = decideBinding({
      policy,
      current,
      click: { distributorId: who, clickedAt: new Date(atMs) },
      customerDistributorId: "me",
      now: new Date(atMs + lagMs),
    });
    if (decision.action === "extend" && current) current.validUntil = decision.validUntil;
    if (decision.action === "rebind" && current) current.validUntil = decision.boundAt;
    if (decision.action === "bind" || decision.action === "rebind") {
      const { boundAt, validUntil } = decision;
      periods.push({ distributorId: who, boundAt, validUntil });
    }
  }
  return periods;
}

const policies = fc.record({
  mode: fc.constantFrom("first_touch" as const, "last_touch" as const),
  validityDays: fc.integer({ min: 1, max: 20 }),
  protectionDays: fc.integer({ min: 0, max: 25 }),
  allowSelfPurchase: fc.boolean(),
});
const clickSeries = fc.array(
  fc.record({
    who: fc.constantFrom("ada", "bob", "cid", "me"),
    atMs: fc.integer({ min: 0, max: 200 }).map((hours) => START_MS + hours * 6 * 3_600_000),
    lagMs: fc.constantFrom(-5, 0, 1_000, 3 * DAY_MS),
  }),
  { maxLength: 60 },
);

test("whatever clicks come, in whatever order, the periods are never empty and never overlap", () => {
  fc.assert(
    fc.property(policies, clickSeries, (policy, clicks) => {
      const periods = play(policy, clicks);
      periods.forEach((period, index) => {
        expect(period.validUntil > period.boundAt).toBe(true);
        const next = periods[index + 1];
        if (next) expect(period.validUntil <= next.boundAt).toBe(true);
        if (!policy.allowSelfPurchase) expect(period.distributorId).not.toBe("me");
      });
    }),
    { numRuns: 500 },
  );
});

test("clicks that come twice, at once or all over again, change nothing", () => {
  fc.assert(
    fc.property(policies, clickSeries, (policy, clicks) => {
      const ordered = clicks
        .map((click) => ({ ...click, lagMs: 0 }))
        .sort((a, b) => a.atMs - b.atMs);
      const once = play(policy, ordered);
      expect(
        play(
          policy,
          ordered.flatMap((click) => [click, click]),
        ),
      ).toEqual(once);
      expect(play(policy, [...ordered, ...ordered])).toEqual(once);
    }),
    { numRuns: 500 },
  );
});
