import {
  type ImportColumn,
  importColumns,
  importLineSchema,
  maxImportLines,
  neededColumns,
  writeLineError,
} from "@/features/imports/schema";
import { decodeText } from "@/lib/csv/decode-text";
import { type CsvRow, readCsv } from "@/lib/csv/read-csv";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/** Rows per INSERT. */
const batchSize = 1_000;
const insertTimeoutMs = 120_000;

type Previewed =
  | { ok: true; importId: string }
  | { ok: false; reason: "not_text" | "empty" | "too_many_lines" }
  | { ok: false; reason: "column_missing"; columns: readonly ImportColumn[] };

type Judged = { lineNo: number; values: Record<string, string>; error: string | null };

/**
 * Reads a file of products and keeps its lines with what is wrong with each; nothing of the catalogue
 * changes yet. A code that stands twice in the file is wrong on its second line.
 */
export async function previewProductImport(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  file: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<Previewed> {
  const { merchantId, staffId } = staff;
  const text = decodeText(file.bytes);
  if (text === null) return { ok: false, reason: "not_text" };
  const table = readCsv(text, maxImportLines);
  if (!table.ok) return table;
  const names = findColumns(table.columns);
  const missing = neededColumns.filter((column) => !names.has(column));
  if (missing.length > 0) return { ok: false, reason: "column_missing", columns: missing };

  const importId = newId();
  const data = { merchantId, id: importId, fileName: file.name.slice(0, 200) };
  const totalLines = table.rows.length;
  const judge = lineJudge(names);
  await inMerchant(
    merchantId,
    async (tx) => {
      await tx.productImport.create({
        data: { ...data, totalLines, createdAt: now, createdBy: staffId },
      });
      let errorLines = 0;
      // Judged batch by batch: between two of them the process answers others.
      for (let at = 0; at < totalLines; at += batchSize) {
        const batch = table.rows.slice(at, at + batchSize).map(judge);
        errorLines += batch.filter(({ error }) => error !== null).length;
        await tx.productImportLine.createMany({
          data: batch.map((line) => ({ merchantId, importId, ...line })),
        });
      }
      await tx.productImport.updateMany({
        where: { merchantId, id: importId },
        data: { errorLines },
      });
    },
    { timeoutMs: insertTimeoutMs },
  );
  return { ok: true, importId };
}

function findColumns(heads: readonly string[]): Map<ImportColumn, string> {
  const found = new Map<ImportColumn, string>();
  for (const head of heads) {
    const plain = head.toLowerCase().replace("（", "(").replace("）", ")");
    for (const [column, names] of Object.entries(importColumns)) {
      if (names.some((name) => name === plain) && isColumn(column)) found.set(column, head);
    }
  }
  return found;
}

function isColumn(name: string): name is ImportColumn {
  return name in importColumns;
}

/** Judges line after line; it remembers the codes that it has seen. */
function lineJudge(names: Map<ImportColumn, string>): (row: CsvRow) => Judged {
  const seen = new Set<string>();
  return ({ lineNo, cells }) => {
    const values: Record<string, string> = {};
    for (const column of Object.keys(importColumns)) {
      const head = isColumn(column) ? names.get(column) : undefined;
      values[column] = head === undefined ? "" : (cells[head] ?? "");
    }
    return { lineNo, values, error: judgeLine(values, seen) };
  };
}

function judgeLine(values: Record<string, string>, seen: Set<string>): string | null {
  const parsed = importLineSchema.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const fault = issue?.message.startsWith("fault.") ? issue.message : "fault.invalid";
    return writeLineError({ column: String(issue?.path[0] ?? "code"), fault });
  }
  const { code } = parsed.data;
  if (seen.has(code)) return writeLineError({ column: "code", fault: "fault.twice" });
  seen.add(code);
  return null;
}
