import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { buildCohortTriangle, retentionCurve } from "./cohort";
import { periodOf } from "./window-periods";

test("a triangle of months ends with the running one, and nobody is 0", () => {
  const rows = buildCohortTriangle(
    [
      { cohort: "2026-10", period: "2026-11", people: 1 },
      { cohort: "2026-10", period: "2026-10", people: 3 },
      { cohort: "2026-09", period: "2026-09", people: 4 },
      { cohort: "2026-09", period: "2026-11", people: 2 },
    ],
    "month",
    "2026-11-22",
  );
  expect(rows).toEqual([
    {
      cohort: "2026-09",
      people: 4,
      cells: [
        { period: "2026-09", people: 4, ofCohortBps: 10_000, isOver: true },
        { period: "2026-10", people: 0, ofCohortBps: 0, isOver: true },
        { period: "2026-11", people: 2, ofCohortBps: 5_000, isOver: false },
      ],
    },
    {
      cohort: "2026-10",
      people: 3,
      cells: [
        { period: "2026-10", people: 3, ofCohortBps: 10_000, isOver: true },
        { period: "2026-11", people: 1, ofCohortBps: 3_333, isOver: false },
      ],
    },
  ]);
});

test("weeks follow each other over the end of a year of 53", () => {
  const counts = [{ cohort: "2026-W52", period: "2026-W52", people: 1 }];
  const [row] = buildCohortTriangle(counts, "week", "2027-01-05");
  expect(row?.cells.map(({ period }) => period)).toEqual(["2026-W52", "2026-W53", "2027-W01"]);
});

test.each([
  ["a period before the cohort", "2026-10", "2026-09", 1],
  ["a period that has not begun", "2026-10", "2026-12", 1],
  ["more people than the cohort has", "2026-10", "2026-11", 4],
  ["a cohort of unknown size", "2026-08", "2026-09", 1],
  ["what is no month", "2026-10", "2026-W45", 1],
])("%s is a wrong query and throws", (_what, cohort, period, people) => {
  const counts = [
    { cohort: "2026-10", period: "2026-10", people: 3 },
    { cohort, period, people },
  ];
  expect(() => buildCohortTriangle(counts, "month", "2026-11-22")).toThrow(RangeError);
});

test("an empty shop has no cohorts and no curve", () => {
  expect(buildCohortTriangle([], "week", "2026-11-22")).toEqual([]);
  expect(retentionCurve([])).toEqual([]);
});

test("the curve divides sums, takes each cohort only as far as its periods are over, and ends there", () => {
  const rows = buildCohortTriangle(
    [
      { cohort: "2026-08", period: "2026-08", people: 10 },
      { cohort: "2026-08", period: "2026-09", people: 5 },
      { cohort: "2026-08", period: "2026-10", people: 1 },
      { cohort: "2026-08", period: "2026-11", people: 9 },
      { cohort: "2026-09", period: "2026-09", people: 30 },
      { cohort: "2026-09", period: "2026-10", people: 3 },
      { cohort: "2026-10", period: "2026-10", people: 7 },
      { cohort: "2026-10", period: "2026-11", people: 7 },
    ],
    "month",
    "2026-11-22",
  );
  expect(retentionCurve(rows)).toEqual([
    { later: 1, cohorts: 2, people: 40, returned: 8, rateBps: 2_000 },
    { later: 2, cohorts: 1, people: 10, returned: 1, rateBps: 1_000 },
  ]);
});

/** Each person's days of acts, as offsets from a first Monday. */
const lives = fc.array(fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 8 }), {
  maxLength: 20,
});

test("whatever people do: rows in order, everybody in their first period, no share above 1", () => {
  fc.assert(
    fc.property(lives, fc.constantFrom("week", "month"), (people, unit) => {
      const first = "2024-01-31";
      const today = addDays(first, 121);
      const periods = people.map((offsets) => [
        ...new Set(
          offsets
            .toSorted((a, b) => a - b)
            .map((offset) => periodOf(addDays(first, offset), unit).key),
        ),
      ]);
      const counted = new Map<string, number>();
      for (const keys of periods) {
        for (const key of keys) {
          const id = `${keys[0]} ${key}`;
          counted.set(id, (counted.get(id) ?? 0) + 1);
        }
      }
      const counts = [...counted].map(([id, count]) => {
        const [cohort = "", period = ""] = id.split(" ");
        return { cohort, period, people: count };
      });
      const rows = buildCohortTriangle(counts, unit, today);
      expect(rows.reduce((sum, row) => sum + row.people, 0)).toBe(people.length);
      expect(rows.map(({ cohort }) => cohort).toSorted()).toEqual(rows.map(({ cohort }) => cohort));
      expect(rows.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.people, 0)).toBe(
        periods.flat().length,
      );
      const curve = retentionCurve(rows);
      curve.forEach((point, at) => {
        expect(point.returned).toBeLessThanOrEqual(point.people);
        expect(point.cohorts).toBeLessThanOrEqual(curve[at - 1]?.cohorts ?? rows.length);
      });
      rows.forEach((row, at) => {
        expect(row.cells[0]?.ofCohortBps).toBe(10_000);
        expect(row.cells.filter(({ isOver }) => !isOver)).toHaveLength(1);
        expect(row.cells.length).toBeLessThan(rows[at - 1]?.cells.length ?? Infinity);
      });
    }),
  );
});
