import fc from "fast-check";
import { expect, test } from "vitest";
import { RFM_SEGMENTS, type RfmFigures, rfmBounds, rfmMeans, rfmSegment, sumRfm } from "./rfm";

/** The segments of customers among themselves, by the rule as the screens use it. */
function segmentsOf(customers: readonly RfmFigures[]): string[] {
  const bounds = rfmBounds(sumRfm(customers.map((one) => ({ ...one, customers: 1n }))));
  return customers.map((one) => (bounds ? rfmSegment(one, bounds) : "nobody"));
}

/** Means: 10 days, 4 orders, 1000 fen. */
const sums = { customers: 3n, recencyDays: 30n, paidOrders: 12n, netSalesFen: 3_000n };

test.each([
  [9n, 5n, 1_001n, "111"],
  [9n, 3n, 1_001n, "101"],
  [11n, 5n, 1_001n, "011"],
  [11n, 3n, 1_001n, "001"],
  [9n, 5n, 999n, "110"],
  [9n, 3n, 999n, "100"],
  [11n, 5n, 999n, "010"],
  [11n, 3n, 999n, "000"],
  [10n, 4n, 1_000n, "111"],
])("%s days ago, %s orders, %s fen is %s", (recencyDays, paidOrders, netSalesFen, segment) => {
  const bounds = rfmBounds(sums) ?? expect.fail("three customers have no means");
  expect(rfmSegment({ recencyDays, paidOrders, netSalesFen }, bounds)).toBe(segment);
});

test("the sums are of all parts, and nobody has no means", () => {
  const one = { customers: 2n, recencyDays: 3n, paidOrders: 2n, netSalesFen: 7n };
  const other = { customers: 1n, recencyDays: 4n, paidOrders: 1n, netSalesFen: -2n };
  expect(sumRfm([one, other])).toEqual({
    customers: 3n,
    recencyDays: 7n,
    paidOrders: 3n,
    netSalesFen: 5n,
  });
  expect(rfmBounds(sumRfm([]))).toBeNull();
});

test("the means are to the nearest tenth and fen, and not defined of nobody", () => {
  const sums = { customers: 3n, recencyDays: 20n, paidOrders: 4n, netSalesFen: 500n };
  expect(rfmMeans(sums)).toEqual({
    rfmRecency: { unit: "tenths", value: 67n },
    rfmFrequency: { unit: "tenths", value: 13n },
    rfmMoney: { unit: "fen", value: 167n },
  });
  expect(rfmMeans(sumRfm([])).rfmMoney.value).toBeNull();
});

test("customers who are all alike are all of the first segment", () => {
  const alike = { recencyDays: 3n, paidOrders: 1n, netSalesFen: 7n };
  expect(segmentsOf([alike, alike, alike])).toEqual(["111", "111", "111"]);
});

test("a mean that is no whole number is met from the right side, also below 0", () => {
  const at = (netSalesFen: bigint) => ({ recencyDays: 0n, paidOrders: 1n, netSalesFen });
  const huge = 10n ** 20n;
  expect(segmentsOf([at(huge), at(huge), at(huge + 1n)])).toEqual(["110", "110", "111"]);
  expect(segmentsOf([at(-3n), at(-3n), at(-4n)])).toEqual(["111", "111", "110"]);
});

const figures = fc.record({
  recencyDays: fc.bigInt({ min: 0n, max: 364n }),
  paidOrders: fc.bigInt({ min: 1n, max: 40n }),
  netSalesFen: fc.bigInt({ min: -1_000n, max: 10n ** 15n }),
});

test("whoever is the best of all in a figure is high in it, and every segment is one of eight", () => {
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 30 }), (customers) => {
      const segments = segmentsOf(customers);
      customers.forEach((customer, at) => {
        const segment = segments[at];
        expect(RFM_SEGMENTS).toContain(segment);
        if (customers.every((other) => other.recencyDays >= customer.recencyDays)) {
          expect(segment?.[0]).toBe("1");
        }
        if (customers.every((other) => other.paidOrders <= customer.paidOrders)) {
          expect(segment?.[1]).toBe("1");
        }
        if (customers.every((other) => other.netSalesFen <= customer.netSalesFen)) {
          expect(segment?.[2]).toBe("1");
        }
      });
    }),
  );
});

test("a customer's bits follow the comparison with the mean that is not divided", () => {
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 30 }), (customers) => {
      const all = sumRfm(customers.map((one) => ({ ...one, customers: 1n })));
      const plain = customers.map((one) => {
        const bits = [
          one.recencyDays * all.customers <= all.recencyDays,
          one.paidOrders * all.customers >= all.paidOrders,
          one.netSalesFen * all.customers >= all.netSalesFen,
        ];
        return bits.map((high) => (high ? "1" : "0")).join("");
      });
      expect(segmentsOf(customers)).toEqual(plain);
    }),
  );
});
