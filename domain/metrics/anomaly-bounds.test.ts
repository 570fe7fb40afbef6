import { expect, test } from "vitest";
import { DEFAULT_ANOMALY_THRESHOLDS } from "./anomalies";
import { findAnomalyFaults } from "./anomaly-bounds";

const faultsOf = (change: Partial<typeof DEFAULT_ANOMALY_THRESHOLDS>) =>
  findAnomalyFaults({ ...DEFAULT_ANOMALY_THRESHOLDS, ...change });

test("limits stand within their bounds, the ends among them, and each one beyond is named with these", () => {
  expect(faultsOf({})).toEqual([]);
  expect(
    faultsOf({ clicksWithoutOrder: 10, ringShareBps: 10_000, ringOrdersPerPayer: 100 }),
  ).toEqual([]);
  expect(faultsOf({ clicksWithoutOrder: 9, ringShareBps: 10_001 })).toEqual([
    { name: "clicksWithoutOrder", least: 10, most: 1_000_000 },
    { name: "ringShareBps", least: 100, most: 10_000 },
  ]);
});

test("half a person and no number at all are no limit", () => {
  const odd = faultsOf({ ownOrders: 1.5, ringOrders: Number.NaN });
  expect(odd.map(({ name }) => name)).toEqual(["ownOrders", "ringOrders"]);
});
