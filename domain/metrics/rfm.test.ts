import fc from "fast-check";
import { expect, test } from "vitest";
import { RFM_SEGMENTS, rfmSegment, sumRfm } from "./rfm";

/** Means: 10 days, 4 orders, 1000 fen. */
const sums = { customers: 3n, recencyDays: 30n, paidOrders: 12n, netSalesFen: 3_000n };

test.each([
  [9, 5, 1_001n, "111"],
  [9, 3, 1_001n, "101"],
  [11, 5, 1_001n, "011"],
  [11, 3, 1_001n, "001"],
  [9, 5, 999n, "110"],
  [9, 3, 999n, "100"],
  [11, 5, 999n, "010"],
  [11, 3, 999n, "000"],
  [10, 4, 1_000n, "111"],
])("%s days ago, %s orders, %s fen is %s", (recencyDays, paidOrders, netSalesFen, segment) => {
  expect(rfmSegment({ recencyDays, paidOrders, netSalesFen }, sums)).toBe(segment);
});

test("the sums are of all customers", () => {
  const one = { recencyDays: 3, paidOrders: 2, netSalesFen: 7n };
  const other = { recencyDays: 4, paidOrders: 1, netSalesFen: -2n };
  expect(sumRfm([one, other])).toEqual({
    customers: 2n,
    recencyDays: 7n,
    paidOrders: 3n,
    netSalesFen: 5n,
  });
});

test("customers who are all alike are all of the first segment", () => {
  const alike = { recencyDays: 3, paidOrders: 1, netSalesFen: 7n };
  expect(rfmSegment(alike, sumRfm([alike, alike, alike]))).toBe("111");
});

test("a mean that is no whole number divides exactly", () => {
  const at = (netSalesFen: bigint) => ({ recencyDays: 0, paidOrders: 1, netSalesFen });
  const huge = 10n ** 20n;
  const customers = [at(huge), at(huge), at(huge + 1n)];
  expect(customers.map((one) => rfmSegment(one, sumRfm(customers)))).toEqual(["110", "110", "111"]);
});

const figures = fc.record({
  recencyDays: fc.integer({ min: 0, max: 365 }),
  paidOrders: fc.integer({ min: 1, max: 40 }),
  netSalesFen: fc.bigInt({ min: -1_000n, max: 10n ** 15n }),
});

test("whoever is the best of all in a figure is high in it, and every segment is one of eight", () => {
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 30 }), (customers) => {
      const all = sumRfm(customers);
      const least = Math.min(...customers.map(({ recencyDays }) => recencyDays));
      const most = Math.max(...customers.map(({ paidOrders }) => paidOrders));
      for (const customer of customers) {
        const segment = rfmSegment(customer, all);
        expect(RFM_SEGMENTS).toContain(segment);
        if (customer.recencyDays === least) expect(segment[0]).toBe("1");
        if (customer.paidOrders === most) expect(segment[1]).toBe("1");
        if (customers.every((other) => other.netSalesFen <= customer.netSalesFen)) {
          expect(segment[2]).toBe("1");
        }
      }
    }),
  );
});

test("a customer's bits follow the exact comparison with the mean", () => {
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 30 }), (customers) => {
      const all = sumRfm(customers);
      const total = customers.reduce((sum, { netSalesFen }) => sum + netSalesFen, 0n);
      for (const customer of customers) {
        const high = customer.netSalesFen * BigInt(customers.length) >= total;
        expect(rfmSegment(customer, all)[2]).toBe(high ? "1" : "0");
      }
    }),
  );
});
