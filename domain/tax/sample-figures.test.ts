import { expect, test } from "vitest";
import { sampleFigures } from "./sample-figures";
import { LABOUR_INCOME_RULE_2019 } from "./tax-rule";

test("the rule in force gives the figures of every textbook", () => {
  const yuan = (fen: bigint) => Number(fen / 100n);
  const figures = sampleFigures(LABOUR_INCOME_RULE_2019.terms);
  expect(figures.map(({ incomeFen, taxFen }) => [yuan(incomeFen), yuan(taxFen)])).toEqual([
    [800, 0],
    [3_000, 440],
    [4_000, 640],
    [10_000, 1_600],
    [30_000, 5_200],
    [100_000, 25_000],
  ]);
});
