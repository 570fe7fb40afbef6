import { expect, test } from "vitest";
import { onTimeRateBps } from "./on-time-rate";

test.each([
  [0, 0, null],
  [3, 3, 10_000],
  [3, 2, 6_666],
  [20_000, 19_999, 9_999],
  [2, 0, 0],
])("of %s due ones %s on time are %s basis points", (due, onTime, bps) => {
  expect(onTimeRateBps({ due, onTime })).toBe(bps);
});
