import { importProductLine } from "@/features/catalogue/commands/import-product-line";
import { importLineSchema, writeLineError } from "@/features/imports/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

type Taken = { lineNo: number; values: unknown };
type Progress = { importId: string; staffId: string };

/**
 * Takes up to `limit` lines of a running import into the catalogue, in one transaction with the mark
 * that they are taken: whatever kills the process, each line counts once, and the next call goes on
 * where this one was. Two workers at once take different lines.
 * @returns how many lines were taken; 0 when nothing is left, and then the import is done
 */
export async function runProductImport(
  merchantId: AuthorizedMerchantId,
  importId: string,
  { now, limit }: { now: Date; limit: number },
): Promise<{ taken: number }> {
  return inMerchant(
    merchantId,
    async (tx) => {
      const running = await tx.productImport.findFirst({
        where: { merchantId, id: importId, state: "running" },
        select: { createdBy: true },
      });
      if (!running) return { taken: 0 };
      const lines = await claimLines(tx, { merchantId, importId, now, limit });
      if (lines.length === 0) {
        await finish(tx, { merchantId, importId, now });
        return { taken: 0 };
      }
      const progress = { importId, staffId: running.createdBy };
      const faults = await importLines(tx, merchantId, progress, lines, now);
      await tx.productImport.updateMany({
        where: { merchantId, id: importId },
        data: {
          doneLines: { increment: lines.length - faults },
          errorLines: { increment: faults },
        },
      });
      return { taken: lines.length };
    },
    { timeoutMs: 60_000 },
  );
}

/** Lines with a fault from the preview are never taken. */
function claimLines(
  tx: MerchantTx,
  {
    merchantId,
    importId,
    now,
    limit,
  }: { merchantId: string; importId: string; now: Date; limit: number },
): Promise<Taken[]> {
  return tx.$queryRaw<Taken[]>`
    with next as (
      select line_no from product_import_line
      where merchant_id = ${merchantId}::uuid and import_id = ${importId}::uuid
        and taken_at is null and error is null
      order by line_no limit ${limit} for update skip locked
    )
    update product_import_line l set taken_at = ${now}
    from next where l.merchant_id = ${merchantId}::uuid and l.import_id = ${importId}::uuid
      and l.line_no = next.line_no
    returning l.line_no as "lineNo", l.values`;
}

async function importLines(
  tx: MerchantTx,
  merchantId: string,
  { importId, staffId }: Progress,
  lines: readonly Taken[],
  now: Date,
): Promise<number> {
  let faults = 0;
  for (const { lineNo, values } of [...lines].sort((one, other) => one.lineNo - other.lineNo)) {
    const line = importLineSchema.parse(values);
    const actor = { kind: "staff", id: staffId } as const;
    const imported = await importProductLine(tx, { merchantId, line, actor, now });
    if (imported.ok) continue;
    faults += 1;
    const error = writeLineError({ column: imported.column, fault: imported.fault });
    await tx.productImportLine.updateMany({
      where: { merchantId, importId, lineNo },
      data: { error },
    });
  }
  return faults;
}

async function finish(
  tx: MerchantTx,
  { merchantId, importId, now }: { merchantId: string; importId: string; now: Date },
): Promise<void> {
  // Another worker may hold the last lines: then they are not taken yet, and that one finishes.
  const left = await tx.productImportLine.count({
    where: { merchantId, importId, takenAt: null, error: null },
  });
  if (left > 0) return;
  await tx.productImport.updateMany({
    where: { merchantId, id: importId, state: "running" },
    data: { state: "done", finishedAt: now },
  });
}
