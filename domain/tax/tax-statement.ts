import { type Fen, sumFen } from "../money/fen";

/** Amounts of a withdrawal, a month or a year. */
export type TaxedAmounts = { grossFen: Fen; taxFen: Fen; netFen: Fen };

/** A paid withdrawal; its month (YYYY-MM) is that of its request. */
export type TaxStatementLine = TaxedAmounts & {
  payoutNo: string;
  requestedAt: Date;
  paidAt: Date;
  month: string;
  ruleVersion: number;
  ruleName: string;
};

/** One taxpayer's statement of a year or a month. */
export type TaxStatementView = TaxedAmounts & {
  year: number;
  month: number | null;
  maskedName: string;
  idNumberTail: string;
  lines: TaxStatementLine[];
  months: (TaxedAmounts & { month: string })[];
};

/** The sums of a statement: month by month in their order, and all together. */
export function sumTaxLines(
  lines: readonly TaxStatementLine[],
): TaxedAmounts & Pick<TaxStatementView, "months"> {
  const names = [...new Set(lines.map(({ month }) => month))].sort();
  const months = names.map((month) => ({
    month,
    ...sumAmounts(lines.filter((line) => line.month === month)),
  }));
  return { ...sumAmounts(months), months };
}

function sumAmounts(list: readonly TaxedAmounts[]): TaxedAmounts {
  return {
    grossFen: sumFen(list.map(({ grossFen }) => grossFen)),
    taxFen: sumFen(list.map(({ taxFen }) => taxFen)),
    netFen: sumFen(list.map(({ netFen }) => netFen)),
  };
}
