import fc from "fast-check";
import { expect, test } from "vitest";
import { previousDay, shanghaiDay, shanghaiDayRange, shanghaiHour } from "./shanghai-day";

test.each([
  ["2026-06-18T15:59:59.999Z", "2026-06-18"],
  ["2026-06-18T16:00:00.000Z", "2026-06-19"],
  ["2026-12-31T16:00:00.000Z", "2027-01-01"],
  ["2028-02-28T16:00:00.000Z", "2028-02-29"],
])("the instant %s lies on the Shanghai day %s", (instant, day) => {
  expect(shanghaiDay(new Date(instant))).toBe(day);
});

test.each([
  ["2026-06-18T15:59:59.999Z", 23],
  ["2026-06-18T16:00:00.000Z", 0],
])("the instant %s lies in hour %i of its Shanghai day", (instant, hour) => {
  expect(shanghaiHour(new Date(instant))).toBe(hour);
});

test("a day runs from midnight to midnight in Shanghai", () => {
  expect(shanghaiDayRange("2026-06-19")).toEqual({
    from: new Date("2026-06-18T16:00:00.000Z"),
    to: new Date("2026-06-19T16:00:00.000Z"),
  });
});

test.each([
  ["2026-01-01", "2025-12-31"],
  ["2028-03-01", "2028-02-29"],
  ["2026-03-01", "2026-02-28"],
])("the day before %s is %s", (day, before) => {
  expect(previousDay(day)).toBe(before);
});

test.each(["2026-02-30", "2026-13-01", "2026-6-1", "yesterday", "", "2026-06-19T00:00"])(
  "%j is no day and throws",
  (day) => {
    expect(() => shanghaiDayRange(day)).toThrow(RangeError);
  },
);

test("every instant lies in the window of its own day and of no neighbour", () => {
  const instants = fc.date({
    min: new Date("2000-01-01"),
    max: new Date("2099-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, (at) => {
      const { from, to } = shanghaiDayRange(shanghaiDay(at));
      expect(from <= at && at < to).toBe(true);
      expect(shanghaiDay(to)).not.toBe(shanghaiDay(at));
      expect(shanghaiDayRange(previousDay(shanghaiDay(at))).to).toEqual(from);
    }),
  );
});
