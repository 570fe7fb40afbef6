import fc from "fast-check";
import { expect, test } from "vitest";
import { classifyAbc } from "./abc";

const productsOf = (sales: readonly bigint[]) =>
  sales.map((netSalesFen, at) => ({
    productId: at.toString().padStart(3, "0"),
    netSalesFen,
  }));
const classesOf = (sales: readonly bigint[]) =>
  classifyAbc(productsOf(sales))
    .map(({ abcClass }) => abcClass)
    .join("");

test.each([
  [[50n, 30n, 10n, 10n], "AABC"],
  [[50n, 31n, 9n, 10n], "ABCC"],
  [[10n, 10n, 30n, 50n], "AABC"],
  [[1n], "A"],
  [[95n, 5n], "AC"],
  [[0n, 0n], "CC"],
  [[-5n, 100n], "AC"],
  [[80_004n, 19_996n], "AC"],
  [[40_000n, 40_004n, 9_996n, 10_000n], "ABCC"],
  [[], ""],
])("net sales of [%s] fen are classed %s", (sales, classes) => {
  expect(classesOf(sales)).toBe(classes);
});

test("cumulative shares are of what products above 0 sold; refunds alone have none", () => {
  const rows = classifyAbc(productsOf([60n, -10n, 40n, 0n]));
  expect(rows.map(({ cumulativeBps }) => cumulativeBps)).toEqual([6_000, 10_000, null, null]);
  expect(classifyAbc(productsOf([1n]))[0]?.cumulativeBps).toBe(10_000);
});

test("equal sales stand by id, whatever order they came in", () => {
  const rows = classifyAbc(productsOf([5n, 5n, 5n]).toReversed());
  expect(rows.map(({ productId }) => productId)).toEqual(["000", "001", "002"]);
});

test("classes only fall, shares only rise to 100 %, and A has no more than 80 % beyond its first", () => {
  const sales = fc.array(fc.bigInt({ min: -1_000n, max: 10n ** 12n }), { maxLength: 60 });
  fc.assert(
    fc.property(sales, (list) => {
      const rows = classifyAbc(productsOf(list));
      const classes = rows.map(({ abcClass }) => abcClass);
      expect(classes.toSorted()).toEqual(classes);
      const shares = rows.flatMap(({ cumulativeBps }) => cumulativeBps ?? []);
      expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
      if (shares.length > 0) expect(shares.at(-1)).toBe(10_000);
      rows.slice(1).forEach(({ cumulativeBps, abcClass }) => {
        if (cumulativeBps !== null && cumulativeBps > 8_000) expect(abcClass).not.toBe("A");
        if (cumulativeBps !== null && cumulativeBps > 9_000) expect(abcClass).toBe("C");
      });
    }),
  );
});
