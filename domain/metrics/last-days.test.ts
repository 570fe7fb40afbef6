import { expect, test } from "vitest";
import { lastDays } from "./last-days";

test("the last seven days begin at a Shanghai midnight and end now", () => {
  const now = new Date("2026-06-10T01:30:00.000+08:00");
  expect(lastDays(now, 7)).toEqual({ from: new Date("2026-06-04T00:00:00.000+08:00"), to: now });
  expect(lastDays(now, 1).from).toEqual(new Date("2026-06-10T00:00:00.000+08:00"));
});
