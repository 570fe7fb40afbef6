import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_ANOMALY_THRESHOLDS, type DistributorFacts, listAnomalies } from "./anomalies";

const honest: DistributorFacts = {
  clicks: 499,
  orders: 10,
  ordersWithoutClick: 2,
  refundedOrders: 3,
  refundedPayers: 1,
  ordersToOwnAddress: 0,
  ordersByOwnPayer: 0,
  offPlatformReports: 0,
};

test.each<[string, Partial<DistributorFacts>, readonly string[]]>([
  ["an honest one", {}, []],
  ["many clicks with an order", { clicks: 9_999, orders: 1, refundedOrders: 0 }, []],
  ["499 clicks and no order", { orders: 0, refundedOrders: 0 }, []],
  [
    "500 clicks and no order",
    { clicks: 500, orders: 0, refundedOrders: 0 },
    ["clicks_without_orders"],
  ],
  ["three orders without a click", { ordersWithoutClick: 3 }, ["orders_without_clicks"]],
  ["an order to the own address", { ordersToOwnAddress: 1 }, ["own_customer"]],
  ["an order paid by themself", { ordersByOwnPayer: 1 }, ["own_customer"]],
  ["half refunded by few", { orders: 8, refundedOrders: 4, refundedPayers: 2 }, ["refund_ring"]],
  ["half refunded by many", { orders: 8, refundedOrders: 4, refundedPayers: 3 }, []],
  ["five refunded by three", { orders: 8, refundedOrders: 5, refundedPayers: 3 }, []],
  ["less than half refunded", { orders: 9, refundedOrders: 4, refundedPayers: 1 }, []],
  ["too few refunded to tell", { orders: 3, refundedOrders: 3, refundedPayers: 1 }, []],
  ["a report", { offPlatformReports: 1 }, ["off_platform"]],
])("%s: %3$j", (_what, facts, anomalies) => {
  expect(listAnomalies({ ...honest, ...facts }, DEFAULT_ANOMALY_THRESHOLDS)).toEqual(anomalies);
});

test("a quiet distributor is not odd, and stricter thresholds never find less", () => {
  const counts = fc.nat(1_000);
  const facts = fc.record({
    clicks: counts,
    orders: counts,
    ordersWithoutClick: counts,
    refundedOrders: counts,
    refundedPayers: counts,
    ordersToOwnAddress: counts,
    ordersByOwnPayer: counts,
    offPlatformReports: counts,
  });
  const limits = fc.record({
    clicksWithoutOrder: fc.integer({ min: 1, max: 1_000 }),
    ordersWithoutClick: fc.integer({ min: 1, max: 50 }),
    ownOrders: fc.integer({ min: 1, max: 50 }),
    ringOrders: fc.integer({ min: 1, max: 50 }),
    ringShareBps: fc.integer({ min: 1, max: 10_000 }),
    ringOrdersPerPayer: fc.integer({ min: 1, max: 9 }),
    offPlatformReports: fc.integer({ min: 1, max: 9 }),
  });
  const strictest = {
    clicksWithoutOrder: 1,
    ordersWithoutClick: 1,
    ownOrders: 1,
    ringOrders: 1,
    ringShareBps: 1,
    ringOrdersPerPayer: 1,
    offPlatformReports: 1,
  };
  const quiet = { ...honest, clicks: 0, ordersWithoutClick: 0, refundedOrders: 0 };
  fc.assert(
    fc.property(facts, limits, (one, thresholds) => {
      expect(listAnomalies(quiet, thresholds)).toEqual([]);
      const strict = listAnomalies(one, strictest);
      for (const anomaly of listAnomalies(one, thresholds)) expect(strict).toContain(anomaly);
    }),
  );
});
