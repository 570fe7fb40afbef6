import { z } from "zod";
import { optionalYuanText, yuanText } from "@/lib/forms/yuan-text";

/** Lines and bytes of one file. */
export const maxImportLines = 100_000;
export const maxImportBytes = 30_000_000;

/** The columns of the file, by their Chinese and English heads. */
export const importColumns = {
  code: ["规格编码", "code"],
  title: ["商品名称", "title"],
  optionName: ["规格名", "option"],
  category: ["分类", "category"],
  unitPrice: ["售价", "price"],
  listPrice: ["划线价", "list price"],
  cost: ["成本", "cost"],
  stock: ["库存", "stock"],
  weightGrams: ["重量(克)", "weight"],
} as const;
export type ImportColumn = keyof typeof importColumns;
export const neededColumns: readonly ImportColumn[] = ["code", "title", "category", "unitPrice"];

const wholeNumber = z
  .string()
  .regex(/^\d{0,6}$/, "fault.number")
  .transform(Number);

/** An apostrophe at the front is how a spreadsheet marks text; it is none of it. */
const cell = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/^'(?=[=+\-@])/, ""))
    .pipe(z.string().max(max, "fault.tooLong"));

/** One line of a file: one SKU; lines of one title become one product. */
export const importLineSchema = z
  .object({
    code: cell(40).pipe(z.string().min(1, "fault.required")),
    title: cell(60).pipe(z.string().min(1, "fault.required")),
    optionName: cell(40),
    category: cell(20).pipe(z.string().min(1, "fault.required")),
    unitPrice: yuanText.refine((fen) => fen > 0n, "fault.invalid"),
    listPrice: optionalYuanText,
    cost: optionalYuanText,
    /** Empty leaves the stock as it is. */
    stock: z.string().regex(/^\d{0,6}$/, "fault.number"),
    weightGrams: wholeNumber,
  })
  .refine(({ listPrice, unitPrice }) => listPrice === null || listPrice >= unitPrice, {
    path: ["listPrice"],
    message: "fault.listBelowPrice",
  });

/** A line as it is kept between preview and run: the cells as they were typed. */
export const storedLineSchema = z.record(z.string(), z.string());

export type ImportView = {
  importId: string;
  fileName: string;
  state: "previewed" | "running" | "done" | "failed";
  totalLines: number;
  doneLines: number;
  errorLines: number;
  createdAt: Date;
  failure: string;
};

/** What is wrong with a line: the column and the key of a sentence. */
export type LineError = { column: string; fault: string };

/** Kept as "column:fault" in the line's row. */
export const writeLineError = ({ column, fault }: LineError): string => `${column}:${fault}`;

export function readLineError(text: string): LineError {
  const at = text.indexOf(":");
  return { column: text.slice(0, at), fault: text.slice(at + 1) };
}

export type ImportLineView = {
  lineNo: number;
  values: Record<string, string>;
  error: LineError | null;
};
