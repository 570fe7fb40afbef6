import type { Bps, Fen } from "../money/fen";

/** One step of the table: the part of the taxable amount that decides is all of it, less a deduction. */
export type TaxBracket = {
  /** Taxable amounts above this one; the first begins at 0. */
  aboveFen: Fen;
  rateBps: Bps;
  /** 速算扣除数: makes one rate over the whole amount equal to a table of steps. */
  quickDeductionFen: Fen;
};

/** How labour income of one person and month is taxed. Data, because the law changes. */
export type LabourIncomeTerms = {
  kind: "monthly_labour_income";
  /** Taken off while the income is small; nothing is due up to it. */
  exemptFen: Fen;
  /** Up to this income the fixed sum is taken off, above it a share. */
  fixedDeductionUntilFen: Fen;
  deductionShareBps: Bps;
  /** Rising; the last one that the taxable amount is above counts. */
  brackets: readonly TaxBracket[];
};

/** A version of the rule with the days on which it holds, both included, "YYYY-MM-DD". */
export type TaxRule = {
  version: number;
  name: string;
  validFrom: string;
  validUntil: string | null;
  terms: LabourIncomeTerms;
  source: string;
};

/** The rule in force since 2019: what every merchant begins with, as version 1. */
export const LABOUR_INCOME_RULE_2019: TaxRule = {
  version: 1,
  name: "劳务报酬所得预扣预缴",
  validFrom: "2019-01-01",
  validUntil: null,
  terms: {
    kind: "monthly_labour_income",
    exemptFen: 800_00n,
    fixedDeductionUntilFen: 4_000_00n,
    deductionShareBps: 2_000,
    brackets: [
      { aboveFen: 0n, rateBps: 2_000, quickDeductionFen: 0n },
      { aboveFen: 20_000_00n, rateBps: 3_000, quickDeductionFen: 2_000_00n },
      { aboveFen: 50_000_00n, rateBps: 4_000, quickDeductionFen: 7_000_00n },
    ],
  },
  source: "国家税务总局公告 2018 年第 61 号《个人所得税扣缴申报管理办法（试行）》第八条",
};
