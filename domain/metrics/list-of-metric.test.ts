import { describe, expect, test } from "vitest";
import { findActList } from "./act-lists";
import { LIST_OF_METRIC, type ListedMetric, metricsOfList } from "./list-of-metric";
import { MEASURED_METRICS } from "./metric-list";
import { findOrderList, ORDER_LIST_NAMES, ruleOfOrderList } from "./order-lists";
import { findPeopleList } from "./people-lists";

const listed = Object.keys(LIST_OF_METRIC) as ListedMetric[];
const find = { orders: findOrderList, people: findPeopleList, acts: findActList };

describe("the list that a figure opens to", () => {
  test("exists for every figure that is measured, and is known by its page", () => {
    expect(Object.keys(MEASURED_METRICS).filter((name) => !listed.includes(name as never))).toEqual(
      [],
    );
    for (const metric of listed) {
      const { page, list } = LIST_OF_METRIC[metric];
      expect([metric, find[page](list)]).toEqual([metric, list]);
    }
  });

  test("shows the figure at its head", () => {
    for (const metric of listed) expect(metricsOfList(LIST_OF_METRIC[metric])).toContain(metric);
  });

  test("is that of paid orders only for what paid orders alone are counted for", () => {
    const ofSales = listed.filter((metric) => LIST_OF_METRIC[metric].list === "sale");
    expect(ofSales.toSorted()).toEqual([
      "discounts",
      "freight",
      "grossSales",
      "paidOrders",
      "units",
      "unitsPerOrder",
      "valuePerBuyer",
      "valuePerOrder",
    ]);
  });

  test("has a column that sums to the figure, for every amount and number of units", () => {
    const inColumns = new Set(
      ORDER_LIST_NAMES.flatMap((list) => [...ruleOfOrderList(list).columns]),
    );
    const amounts = [
      "grossSales",
      "refundedSales",
      "netSales",
      "discounts",
      "freight",
      "costedNetSales",
      "soldCost",
      "grossProfit",
      "paymentFees",
      "commissionPromised",
      "commissionLevel1",
      "commissionLevel2",
      "commissionTakenBack",
      "commissionKept",
      "units",
      "refundedUnits",
    ] as const;
    for (const metric of amounts) {
      const { page, list } = LIST_OF_METRIC[metric];
      const own = page === "orders" ? ruleOfOrderList(list).columns : [];
      expect([metric, own.includes(metric), inColumns.has(metric)]).toEqual([metric, true, true]);
    }
  });
});
