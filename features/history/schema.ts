import { z } from "zod";
import { HISTORY_FAULTS } from "@/domain/history/judge-history-line";
import { DATE_ORDERS, HISTORY_FIELDS, NEEDED_HISTORY_FIELDS } from "@/domain/history/mapping";

/** Bytes of one file as it is sent, and lines in it. */
export const maxHistoryBytes = 500 * 1024 * 1024;
/** What a browser may send in the minute that a request may take; more goes by command line. */
export const maxHistoryUploadBytes = 100 * 1024 * 1024;
export const maxHistoryLines = 5_000_000;

const columnIndex = z.int().min(0).max(200);

/** How a file is to be read, as the form sends it. */
export const historyMappingSchema = z
  .object({
    columns: z.partialRecord(z.enum(HISTORY_FIELDS), columnIndex),
    dateOrder: z.enum(DATE_ORDERS),
    refundPrefix: z.string().trim().max(10),
    ignoredPrefix: z.string().trim().max(10),
  })
  .refine(({ columns }) => NEEDED_HISTORY_FIELDS.every((field) => columns[field] !== undefined), {
    path: ["columns"],
    message: "columns_missing",
  });

/** What was found when the file came. */
export const historyPreviewSchema = z.object({
  format: z.object({
    gzip: z.boolean(),
    encoding: z.enum(["utf-8", "utf-16le", "gb18030"]),
    delimiter: z.string(),
  }),
  heads: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type HistoryPreview = z.infer<typeof historyPreviewSchema>;

export type HistoryImportView = {
  importId: string;
  fileName: string;
  byteSize: number;
  state: "previewed" | "running" | "done" | "failed" | "undone";
  readLines: number;
  saleLines: number;
  refundLines: number;
  refusedLines: number;
  orders: number;
  refunds: number;
  failure: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

/** How many lines were refused for one reason. */
export type HistoryFaultCount = { fault: string; lines: number };

/** A line that was not taken, as far as it could be read. */
export type RefusedLineView = {
  lineNo: number;
  invoiceNo: string;
  code: string;
  title: string;
  quantity: number | null;
  unitPriceFen: bigint | null;
  soldAt: Date | null;
  customerRef: string;
  region: string;
  fault: string;
};

/** The refused lines that are asked for: of one reason or all, below a line. */
export const refusedFilterSchema = z.object({
  fault: z.enum(HISTORY_FAULTS).optional().catch(undefined),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .catch(undefined),
});
export type RefusedFilter = z.infer<typeof refusedFilterSchema>;
