import { createHash } from "node:crypto";
import { type MonthFigures, monthFiguresSchema } from "@/features/closing/schema";

/** The statement as text: the schema's order of keys, fen as decimal strings. */
export function writeFigures(figures: MonthFigures): string {
  return JSON.stringify(monthFiguresSchema.parse(figures), (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

/** SHA-256 of the statement, hexadecimal: whoever has the figures can compute it again. */
export function hashFigures(figures: MonthFigures): string {
  return createHash("sha256").update(writeFigures(figures)).digest("hex");
}
