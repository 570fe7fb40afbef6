import { expect, test } from "vitest";
import { RETRY_WAITS_MS, retryWaitMs } from "./retry-schedule";

test("fifteen retries take 24 hours and 4 minutes", () => {
  expect(RETRY_WAITS_MS).toHaveLength(15);
  const sum = RETRY_WAITS_MS.reduce((total, wait) => total + wait, 0);
  expect(sum).toBe((24 * 60 + 4) * 60_000);
});

test("waits shrink by the time scale and end after the fifteenth retry", () => {
  expect(retryWaitMs(1, 1)).toBe(15_000);
  expect(retryWaitMs(4, 60)).toBe(3_000);
  expect(retryWaitMs(15, 1)).toBe(6 * 3_600_000);
  expect(retryWaitMs(16, 1)).toBeNull();
});
