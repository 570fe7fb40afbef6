import { createReadStream, existsSync } from "node:fs";
import { basename } from "node:path";
import { guessColumns, HISTORY_FIELDS, type HistoryMapping } from "@/domain/history/mapping";
import { previewHistoryImport } from "@/features/history/commands/preview-history-import";
import { runHistoryImport } from "@/features/history/commands/run-history-import";
import { startHistoryImport } from "@/features/history/commands/start-history-import";
import { undoHistoryImport } from "@/features/history/commands/undo-history-import";
import { getHistoryImport } from "@/features/history/queries/get-history-import";
import { historyMappingSchema } from "@/features/history/schema";
import { systemClock } from "@/lib/clock/now";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { disconnectDatabase } from "@/lib/db/client";
import { inMerchant } from "@/lib/db/in-merchant";
import { onPlatform } from "@/lib/db/on-platform";
import { PlainFault } from "@/scripts/instance/plain-fault";

type Wish = {
  slug: string;
  file: string | null;
  undo: string | null;
  /** FIELD=HEAD */
  columns: readonly string[];
  dateOrder: string;
  refundPrefix: string;
  ignoredPrefix: string;
  say: (line: string) => void;
};
type Staff = Awaited<ReturnType<typeof findOwner>>;

/** Imports a file into a shop's order history, or takes an import back. @returns the exit code */
export async function importHistory(wish: Wish): Promise<number> {
  try {
    const owner = await findOwner(wish.slug);
    if (wish.undo !== null) return await undo(owner, wish.undo, wish.say);
    return await importFile(owner, wish);
  } finally {
    await disconnectDatabase();
  }
}

async function findOwner(slug: string) {
  const shop = await onPlatform().merchant.findUnique({ where: { slug } });
  if (!shop) throw new PlainFault(`There is no shop "${slug}".`);
  const merchantId = authorizeMerchantId(shop.id);
  const owner = await inMerchant(merchantId, (tx) =>
    tx.staff.findFirst({ where: { merchantId, role: "owner" }, orderBy: { createdAt: "asc" } }),
  );
  if (!owner) throw new PlainFault(`The shop "${slug}" has no owner yet.`);
  return { merchantId, staffId: owner.id };
}

async function undo(staff: Staff, importId: string, say: Wish["say"]): Promise<number> {
  const undone = await undoHistoryImport(staff, importId, new Date());
  say(JSON.stringify(undone));
  return undone.ok ? 0 : 1;
}

async function importFile(staff: Staff, wish: Wish): Promise<number> {
  const { file, say } = wish;
  if (file === null || !existsSync(file)) throw new PlainFault(`There is no file ${file}.`);
  const started = performance.now();
  const upload = { name: basename(file), chunks: createReadStream(file) };
  const opened = await previewHistoryImport(staff, upload, new Date());
  if (!opened.ok) throw new PlainFault(`${file} is not taken: ${opened.reason}.`);
  const { importId } = opened;
  const { merchantId } = staff;
  const read = () => inMerchant(merchantId, (tx) => getHistoryImport(tx, { merchantId, importId }));
  const heads = (await read())?.preview.heads ?? [];
  await startHistoryImport(staff, { importId, mapping: mappingOf(heads, wish) }, new Date());
  // Here and now, not by the worker; should both take it, each line counts once all the same.
  const ran = await runHistoryImport(merchantId, importId, systemClock);
  const found = await read();
  if (!found) throw new Error("the import is gone");
  for (const { fault, lines } of found.faults) say(`not taken, ${fault}: ${lines} lines`);
  const { summary } = found;
  const seconds = Math.round(performance.now() - started) / 1_000;
  say(JSON.stringify({ ...ran, ...summary, seconds }));
  // The worker may have been quicker: what counts is how it ended.
  return summary.state === "done" ? 0 : 1;
}

function mappingOf(heads: readonly string[], wish: Wish): HistoryMapping {
  const { dateOrder, refundPrefix, ignoredPrefix } = wish;
  const named = wish.columns.map((pair) => {
    const [field, head = ""] = pair.split("=", 2);
    return [field, heads.indexOf(head)] as const;
  });
  const columns = { ...guessColumns(heads), ...Object.fromEntries(named) };
  const mapping = historyMappingSchema.safeParse({
    columns,
    dateOrder,
    refundPrefix,
    ignoredPrefix,
  });
  if (mapping.success) return mapping.data;
  throw new PlainFault(
    `The file's heads are ${heads.join(", ")}. Name the missing ones with --column FIELD=HEAD; the fields are ${HISTORY_FIELDS.join(", ")}.`,
  );
}
