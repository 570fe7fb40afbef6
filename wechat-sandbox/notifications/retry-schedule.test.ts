import { expect, test } from "vitest";
import { RETRY_WAITS_MS, retryWaitMs, TRANSFER_RETRY_WAITS_MS } from "./retry-schedule";

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

test("a transfer's notification is repeated sixty-four times, first quickly, then every half hour", () => {
  expect(TRANSFER_RETRY_WAITS_MS).toHaveLength(64);
  const wait = (attempt: number) => retryWaitMs(attempt, 1, TRANSFER_RETRY_WAITS_MS);
  expect([1, 10, 11, 20, 21, 64, 65].map(wait)).toEqual([
    15_000,
    15_000,
    300_000,
    300_000,
    1_800_000,
    1_800_000,
    null,
  ]);
});
