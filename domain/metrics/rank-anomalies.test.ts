import { expect, test } from "vitest";
import { DEFAULT_ANOMALY_THRESHOLDS } from "./anomalies";
import { rankAnomalies } from "./rank-anomalies";

const quiet = {
  clicks: 0,
  orders: 9,
  ordersWithoutClick: 0,
  refundedOrders: 0,
  refundedPayers: 0,
  ordersToOwnAddress: 0,
  ordersByOwnPayer: 0,
  offPlatformReports: 0,
};

test("the odd ones come with most about them first, then by orders, clicks and id; others are left out", () => {
  const suspects = [
    { ...quiet, distributorId: "quiet" },
    { ...quiet, distributorId: "b", ordersWithoutClick: 3 },
    { ...quiet, distributorId: "a", ordersWithoutClick: 3 },
    { ...quiet, distributorId: "clicked", ordersWithoutClick: 3, clicks: 1 },
    { ...quiet, distributorId: "more", ordersWithoutClick: 4 },
    { ...quiet, distributorId: "twice", ordersByOwnPayer: 1, offPlatformReports: 1 },
  ];
  const ranked = rankAnomalies(suspects, DEFAULT_ANOMALY_THRESHOLDS);
  expect(ranked.map(({ distributorId }) => distributorId)).toEqual([
    "twice",
    "more",
    "clicked",
    "a",
    "b",
  ]);
  expect(ranked[0]?.anomalies).toEqual(["own_customer", "off_platform"]);
});
