import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { judgeHistoryLine } from "@/domain/history/judge-history-line";
import type { HistoryMapping } from "@/domain/history/mapping";
import { completeHistoryImport } from "@/features/history/commands/complete-history-import";
import { stageHistoryLines } from "@/features/history/commands/stage-history-lines";
import { findRunningImport } from "@/features/history/queries/find-running-import";
import { maxHistoryLines } from "@/features/history/schema";
import type { Clock } from "@/lib/clock/now";
import { streamTable } from "@/lib/csv/stream-table";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { uploadPath } from "@/lib/storage/store-upload";

const batchSize = 5_000;

type Ran =
  | { ok: true }
  | { ok: false; reason: "file_gone" | "file_broken" | "too_many_lines" | "ended" };

/**
 * Reads a started import to its end, batch by batch, and makes orders of its lines. Whatever kills the
 * process, the next call goes on behind the last batch that was kept: a line's number is its identity.
 * @returns not ok when there is nothing to go on with; what may be better later is thrown
 */
export async function runHistoryImport(
  merchantId: AuthorizedMerchantId,
  importId: string,
  clock: Clock,
): Promise<Ran> {
  const begunAt = clock();
  const found = await inMerchant(merchantId, (tx) =>
    findRunningImport(tx, { merchantId, importId }),
  );
  if (!found) return { ok: false, reason: "ended" };
  const path = uploadPath(merchantId, importId);
  if (!existsSync(path)) return { ok: false, reason: "file_gone" };
  const { format, mapping, lastLineNo } = found;
  let lineNo = 0;
  try {
    for await (const rows of streamTable(path, format, batchSize)) {
      lineNo = rows.at(-1)?.lineNo ?? lineNo;
      if (lineNo > maxHistoryLines) return { ok: false, reason: "too_many_lines" };
      if (lineNo <= lastLineNo) continue;
      const fresh = rows.filter((row) => row.lineNo > lastLineNo);
      const lines = fresh.map((row) => judged(row.lineNo, row.cells, mapping, begunAt));
      await stageHistoryLines(merchantId, importId, lines);
    }
  } catch (error) {
    if (isBroken(error)) return { ok: false, reason: "file_broken" };
    throw error;
  }
  // Minutes later: who asks what has come since counts from here.
  await completeHistoryImport(merchantId, importId, clock());
  // It has been read to its end: what it held stands in the lines.
  await rm(path, { force: true });
  return { ok: true };
}

function judged(lineNo: number, cells: readonly string[], mapping: HistoryMapping, latest: Date) {
  return { lineNo, ...judgeHistoryLine(cells, mapping, latest) };
}

/** What zlib says of a file that was cut off or damaged. */
function isBroken(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
}
