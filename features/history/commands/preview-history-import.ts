import { rm } from "node:fs/promises";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { maxHistoryBytes } from "@/features/history/schema";
import { sniffTable } from "@/lib/csv/sniff-table";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { storeUpload, uploadPath } from "@/lib/storage/store-upload";

const shownRows = 20;

/**
 * Keeps a file of another system's orders on the disk and looks at its beginning; nothing counts yet.
 * The file is streamed: it may be larger than memory.
 */
export async function previewHistoryImport(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  file: { name: string; chunks: AsyncIterable<Uint8Array> },
  now: Date,
): Promise<{ ok: true; importId: string } | { ok: false; reason: "too_large" | "no_table" }> {
  const { merchantId, staffId } = staff;
  const importId = newId();
  const path = uploadPath(merchantId, importId);
  const stored = await storeUpload(file.chunks, path, maxHistoryBytes);
  if (stored === null) return { ok: false, reason: "too_large" };
  const table = await sniffTable(path, shownRows);
  if (table === null) {
    await rm(path, { force: true });
    return { ok: false, reason: "no_table" };
  }
  const { sha256, byteSize } = stored;
  const fileName = file.name.replaceAll("\u0000", "").slice(0, 200);
  await inMerchant(merchantId, async (tx) => {
    const what = { merchantId, id: importId, fileName, sha256, byteSize: BigInt(byteSize) };
    await tx.historyImport.createMany({
      data: [{ ...what, preview: table, createdAt: now, createdBy: staffId }],
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "history_import.upload",
      objectKind: "history_import",
      objectId: importId,
      details: { fileName, sha256 },
      now,
    });
  });
  return { ok: true, importId };
}
