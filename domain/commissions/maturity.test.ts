import { expect, test } from "vitest";
import { availableAt } from "./maturity";

const receivedAt = new Date("2026-06-19T03:04:05.678Z");

test("a commission becomes available so many days after receipt, to the millisecond", () => {
  expect(availableAt(receivedAt, 7)).toEqual(new Date("2026-06-26T03:04:05.678Z"));
  expect(availableAt(receivedAt, 0)).toEqual(receivedAt);
});

test("the date of receipt is left as it was", () => {
  availableAt(receivedAt, 7);
  expect(receivedAt.toISOString()).toBe("2026-06-19T03:04:05.678Z");
});

test.each([-1, 1.5, Number.NaN])("a hold of %s days throws", (holdDays) => {
  expect(() => availableAt(receivedAt, holdDays)).toThrow(RangeError);
});
