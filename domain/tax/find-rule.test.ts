import { expect, test } from "vitest";
import { findRule } from "./find-rule";
import { LABOUR_INCOME_RULE_2019, type TaxRule } from "./tax-rule";
import { sumTaxLines } from "./tax-statement";
import { writeTerms } from "./write-terms";

const rule = (version: number, validFrom: string, validUntil: string | null): TaxRule => ({
  ...LABOUR_INCOME_RULE_2019,
  version,
  validFrom,
  validUntil,
});
const rules = [
  rule(3, "2027-01-01", null),
  rule(1, "2019-01-01", "2026-06-30"),
  rule(2, "2026-03-01", "2026-04-30"),
];

test.each([
  ["2018-12-31", null],
  ["2019-01-01", 1],
  ["2026-03-01", 2],
  ["2026-04-30", 2],
  ["2026-05-01", 1],
  ["2026-06-30", 1],
  ["2026-07-01", null],
  ["2027-01-01", 3],
])("on %s version %s holds", (day, version) => {
  expect(findRule(rules, day)?.version ?? null).toBe(version);
});

test("terms are written without floats", () => {
  expect(writeTerms(LABOUR_INCOME_RULE_2019.terms)).toEqual({
    kind: "monthly_labour_income",
    exemptFen: "80000",
    fixedDeductionUntilFen: "400000",
    deductionShareBps: 2000,
    brackets: [
      { aboveFen: "0", rateBps: 2000, quickDeductionFen: "0" },
      { aboveFen: "2000000", rateBps: 3000, quickDeductionFen: "200000" },
      { aboveFen: "5000000", rateBps: 4000, quickDeductionFen: "700000" },
    ],
  });
});

test("the rule in force names its source and its days", () => {
  expect(LABOUR_INCOME_RULE_2019).toMatchObject({
    version: 1,
    validFrom: "2019-01-01",
    validUntil: null,
  });
  expect(LABOUR_INCOME_RULE_2019.name).toBe("劳务报酬所得预扣预缴");
  expect(LABOUR_INCOME_RULE_2019.source).toContain("2018 年第 61 号");
});

test("a statement sums by month in their order", () => {
  const at = new Date("2026-03-01T00:00:00Z");
  const line = (month: string, grossFen: bigint, taxFen: bigint) => ({
    payoutNo: "1",
    requestedAt: at,
    paidAt: at,
    month,
    grossFen,
    taxFen,
    netFen: grossFen - taxFen,
    ruleVersion: 1,
    ruleName: "rule",
  });
  expect(
    sumTaxLines([line("2026-03", 5n, 1n), line("2026-02", 7n, 2n), line("2026-03", 1n, 0n)]),
  ).toEqual({
    grossFen: 13n,
    taxFen: 3n,
    netFen: 10n,
    months: [
      { month: "2026-02", grossFen: 7n, taxFen: 2n, netFen: 5n },
      { month: "2026-03", grossFen: 6n, taxFen: 1n, netFen: 5n },
    ],
  });
  expect(sumTaxLines([])).toEqual({ grossFen: 0n, taxFen: 0n, netFen: 0n, months: [] });
});
