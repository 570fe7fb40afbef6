import { expect, test } from "vitest";
import { findTermsFault, type TermsFault } from "./find-terms-fault";
import { LABOUR_INCOME_RULE_2019, type TaxBracket } from "./tax-rule";

const { terms } = LABOUR_INCOME_RULE_2019;
const bracket = (aboveFen: bigint, rateBps: number, quickDeductionFen: bigint): TaxBracket => ({
  aboveFen,
  rateBps,
  quickDeductionFen,
});

test("the rule in force is free of faults", () => {
  expect(findTermsFault(terms)).toBeNull();
});

test("a rate of nothing, of the whole, and the same rate twice are no faults", () => {
  for (const brackets of [
    [bracket(0n, 0, 0n)],
    [bracket(0n, 10_000, 0n)],
    [bracket(0n, 2_000, 0n), bracket(100n, 2_000, 0n)],
  ]) {
    expect(findTermsFault({ ...terms, brackets })).toBeNull();
  }
});

test.each<[string, TermsFault, TaxBracket[]]>([
  ["no brackets", "no_bracket", []],
  ["a first bracket above 0", "first_bracket_above_zero", [bracket(1n, 2_000, 0n)]],
  ["a deduction in the first bracket", "first_bracket_above_zero", [bracket(0n, 2_000, 1n)]],
  ["a rate above the whole", "rate_out_of_range", [bracket(0n, 10_001, 0n)]],
  ["a rate below 0", "rate_out_of_range", [bracket(0n, -1, 0n)]],
  [
    "one rate above the whole among others",
    "rate_out_of_range",
    [bracket(0n, 2_000, 0n), bracket(2_000_000n, 10_001, 16_002_000n)],
  ],
  [
    "the same border twice",
    "brackets_not_rising",
    [bracket(0n, 2_000, 0n), bracket(0n, 3_000, 0n)],
  ],
  [
    "a border below the one before",
    "brackets_not_rising",
    [bracket(0n, 2_000, 0n), bracket(100n, 3_000, 10n), bracket(50n, 4_000, 15n)],
  ],
  [
    "a deduction that is a fen too high",
    "tax_jumps",
    [bracket(0n, 2_000, 0n), bracket(2_000_000n, 3_000, 200_001n)],
  ],
  [
    "one jump behind a border without one",
    "tax_jumps",
    [bracket(0n, 2_000, 0n), bracket(2_000_000n, 3_000, 200_000n), bracket(5_000_000n, 4_000, 1n)],
  ],
  [
    "a rate that falls",
    "tax_jumps",
    [bracket(0n, 3_000, 0n), bracket(2_000_000n, 2_000, -200_000n)],
  ],
])("%s is %s", (_what, fault, brackets) => {
  expect(findTermsFault({ ...terms, brackets })).toBe(fault);
});
