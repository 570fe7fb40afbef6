import fc from "fast-check";
import { expect, test } from "vitest";
import { countK7 } from "./k7";

const window = { from: "2026-06-01", to: "2026-06-03" };
const now = new Date("2026-06-10T00:00:00.000+08:00");
const at = (text: string) => new Date(`2026-${text}+08:00`);
const seen = [
  { person: 1, at: at("06-01T00:00:00.000") },
  { person: 2, at: at("06-02T23:59:59.999") },
  { person: 3, at: at("05-31T23:59:59.999") },
  { person: 4, at: at("06-03T00:00:00.000") },
];

test("nothing is reported before the last day's people have had their seven days", () => {
  const early = new Date(now.getTime() - 1);
  expect(countK7({ window, seen, brought: [], now: early })).toEqual({
    ok: false,
    reason: "days_not_over",
    dueDay: "2026-06-10",
  });
  expect(countK7({ window, seen, brought: [], now })).toMatchObject({ ok: true });
});

test.each([
  ["in the same moment", 1, "06-01T00:00:00.000", 1],
  ["in the last moment of the seven days", 1, "06-07T23:59:59.999", 1],
  ["when the seven days are over", 1, "06-08T00:00:00.000", 0],
  ["before the bringer was seen", 2, "06-02T12:00:00.000", 0],
  ["by somebody first seen before the window", 3, "06-01T00:00:00.000", 0],
  ["by somebody first seen after the window", 4, "06-03T12:00:00.000", 0],
  ["by somebody unknown", 77, "06-03T12:00:00.000", 0],
])("somebody brought %s counts %4$s", (_what, bringer, when, brought) => {
  const facts = { window, seen, brought: [{ bringer, person: 50, at: at(when) }], now };
  expect(countK7(facts)).toEqual({
    ok: true,
    people: 2,
    brought,
    kBps: brought * 5_000,
  });
});

test("a person is brought once, by whoever was first; nobody brings themself", () => {
  const brought = [
    { bringer: 1, person: 50, at: at("06-03T10:00:00.000") },
    { bringer: 2, person: 50, at: at("06-03T11:00:00.000") },
    { bringer: 1, person: 50, at: at("06-04T10:00:00.000") },
    { bringer: 3, person: 51, at: at("06-01T00:00:00.000") },
    { bringer: 1, person: 51, at: at("06-02T00:00:00.000") },
    { bringer: 1, person: 1, at: at("06-01T10:00:00.000") },
  ];
  expect(countK7({ window, seen, brought, now })).toMatchObject({ people: 2, brought: 1 });
});

test("of two who bring a person in the same moment the lower ordinal did, in whichever order", () => {
  const draw = [
    { bringer: 2, person: 50, at: at("06-03T10:00:00.000") },
    { bringer: 9, person: 50, at: at("06-03T10:00:00.000") },
  ];
  for (const brought of [draw, draw.toReversed()]) {
    expect(countK7({ window, seen, brought, now })).toMatchObject({ brought: 1 });
  }
});

test("a window in which nobody was first seen has no K7", () => {
  expect(countK7({ window, seen: [], brought: [], now })).toMatchObject({ people: 0, kBps: null });
});

test("the order in which facts arrive and their repetition change nothing, and more time neither", () => {
  const moments = fc
    .integer({ min: 0, max: 12 * 24 })
    .map((hour) => new Date(at("05-30T00:00:00.000").getTime() + hour * 3_600_000));
  const facts = fc.array(fc.record({ bringer: fc.nat(6), person: fc.nat(20), at: moments }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(facts, (brought) => {
      const result = countK7({ window, seen, brought, now });
      const again = [...brought, ...brought].toReversed();
      const later = new Date(now.getTime() + 1e10);
      expect(countK7({ window, seen: [...seen, ...seen], brought: again, now: later })).toEqual(
        result,
      );
      if (result.ok) expect(result.brought).toBeLessThanOrEqual(21);
    }),
  );
});
