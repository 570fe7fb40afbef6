import { recordAudit } from "@/features/audit/commands/record-audit";
import { listMovedLines, type SheetLine } from "@/features/purchasing/queries/list-moved-lines";
import type { Clerk, CountedInput } from "@/features/purchasing/schema";
import { adjustStock } from "@/features/stock/commands/adjust-stock";
import { lockStock } from "@/features/stock/commands/lock-stock";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

export type PostedCount =
  | { ok: true; posted: number; moved: number[]; belowReserved: number[] }
  | { ok: false; reason: "not_open" | "nothing" }
  | { ok: false; reason: "unknown_line" | "reason_missing"; lineNo: number };

type Counted = SheetLine & { countedUnits: number; reason: string };
type Matched =
  | { ok: true; counted: Counted[] }
  | { ok: false; reason: "unknown_line" | "reason_missing"; lineNo: number };

/**
 * Books what was counted: each difference is a movement with its reason. A line whose stock moved since
 * its sheet was opened is not booked, for nobody can say whether the count was before or after: its
 * expectation is read anew and it has to be counted again. Neither is one that would leave less than
 * orders were promised. The others are booked; lines left empty stay open.
 */
export async function postCount(
  staff: Clerk,
  input: CountedInput,
  now: Date,
): Promise<PostedCount> {
  const { merchantId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const sheet = await lockSheet(tx, merchantId, input.countId);
    if (!sheet) return { ok: false, reason: "not_open" };
    const matched = matchLines(sheet, input.lines);
    if (!matched.ok) return matched;
    const { counted } = matched;
    if (counted.length === 0) return { ok: false, reason: "nothing" };
    const stocks = await lockStock(tx, { merchantId, skuIds: counted.map(({ skuId }) => skuId) });
    const onHand = new Map(stocks.map((stock) => [stock.skuId, stock.onHand]));
    const movedLines = await listMovedLines(tx, { merchantId, lines: counted, onHand });
    const moved = new Set(movedLines);
    const belowReserved: number[] = [];
    let posted = 0;
    for (const line of counted) {
      if (moved.has(line.lineNo)) {
        await countAgain(tx, { merchantId, countId: input.countId, line, onHand, now });
      } else if (await book(tx, { staff, countId: input.countId, line, now })) {
        posted += 1;
      } else {
        belowReserved.push(line.lineNo);
      }
    }
    const { countId } = input;
    await noteCount(tx, { staff, countId, posted, moved: moved.size, now });
    return { ok: true, posted, moved: movedLines, belowReserved };
  });
}

/** The open lines of an open sheet, or null. */
async function lockSheet(
  tx: MerchantTx,
  merchantId: string,
  countId: string,
): Promise<SheetLine[] | null> {
  const open = await tx.$queryRaw<unknown[]>`
    select id from stock_count
    where merchant_id = ${merchantId}::uuid and id = ${countId}::uuid and state = 'open'
    for no key update`;
  if (open.length === 0) return null;
  return tx.stockCountLine.findMany({
    where: { merchantId, countId, postedAt: null },
    select: { lineNo: true, skuId: true, expectedUnits: true, expectedAt: true },
  });
}

function matchLines(sheet: readonly SheetLine[], typed: CountedInput["lines"]): Matched {
  const counted: Counted[] = [];
  const seen = new Set<number>();
  for (const { lineNo, countedUnits, reason } of typed) {
    if (countedUnits === null) continue;
    const line = sheet.find((one) => one.lineNo === lineNo);
    if (!line || seen.has(lineNo)) return { ok: false, reason: "unknown_line", lineNo };
    seen.add(lineNo);
    if (countedUnits !== line.expectedUnits && reason === "") {
      return { ok: false, reason: "reason_missing", lineNo };
    }
    counted.push({ ...line, countedUnits, reason });
  }
  return { ok: true, counted };
}

async function countAgain(
  tx: MerchantTx,
  sheet: {
    merchantId: string;
    countId: string;
    line: Counted;
    onHand: ReadonlyMap<string, number>;
    now: Date;
  },
): Promise<void> {
  const { merchantId, countId, line, onHand, now } = sheet;
  await tx.stockCountLine.update({
    where: { merchantId_countId_lineNo: { merchantId, countId, lineNo: line.lineNo } },
    data: { expectedUnits: onHand.get(line.skuId) ?? 0, expectedAt: now, hasMoved: true },
  });
}

/** @returns false when it would leave less than orders were promised */
async function book(
  tx: MerchantTx,
  sheet: { staff: Clerk; countId: string; line: Counted; now: Date },
): Promise<boolean> {
  const { staff, countId, line, now } = sheet;
  const { merchantId, staffId } = staff;
  const { lineNo, skuId, countedUnits, expectedUnits, reason } = line;
  const adjusted = await adjustStock(tx, {
    merchantId,
    skuId,
    delta: countedUnits - expectedUnits,
    reason: "counted",
    note: reason,
    referenceId: countId,
    actor: { kind: "staff", id: staffId },
    now,
  });
  if (!adjusted.ok && adjusted.reason === "below_reserved") return false;
  await tx.stockCountLine.update({
    where: { merchantId_countId_lineNo: { merchantId, countId, lineNo }, postedAt: null },
    data: { countedUnits, reason, postedAt: now },
  });
  return true;
}

async function noteCount(
  tx: MerchantTx,
  done: { staff: Clerk; countId: string; posted: number; moved: number; now: Date },
): Promise<void> {
  const { staff, countId, posted, moved, now } = done;
  const { merchantId, staffId } = staff;
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "staff", id: staffId },
    action: "stock_count.post",
    objectKind: "stock_count",
    objectId: countId,
    details: { posted, moved },
    now,
  });
  // Nothing is left to count: the sheet closes by itself.
  await tx.stockCount.updateMany({
    where: { merchantId, id: countId, state: "open", lines: { none: { postedAt: null } } },
    data: { state: "closed", closedAt: now },
  });
}
