import { type MonthFigures, monthFiguresSchema } from "@/features/closing/schema";

/** The statement as it is kept: fen as decimal strings, because JSON's numbers are floats. */
export function writeFigures(figures: MonthFigures): string {
  return JSON.stringify(monthFiguresSchema.parse(figures), (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}
