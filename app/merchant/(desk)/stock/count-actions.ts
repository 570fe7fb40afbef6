"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { closeCount } from "@/features/purchasing/commands/close-count";
import { openCount } from "@/features/purchasing/commands/open-count";
import { type PostedCount, postCount } from "@/features/purchasing/commands/post-count";
import { countedInput, countInput } from "@/features/purchasing/schema";
import { readRows } from "@/lib/forms/read-rows";
import { isId } from "@/lib/ids/is-id";

export async function openCountAction(form: FormData): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    const input = readForm(countInput, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const opened = await openCount(staff, input.data, now);
    if (!opened.ok) return { ok: false, message: text(`stock.count.refusal.${opened.reason}`) };
    return { ok: true, goTo: `/merchant/stock/counts/${opened.countId}` };
  });
}

export async function postCountAction(countId: string, form: FormData): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    const rows = readRows(form, "lines");
    const input = readForm(countedInput, { countId, lines: rows }, text);
    if (!input.ok) return input.refusal;
    const posted = await postCount(staff, input.data, now);
    if (posted.ok) return sayPosted(posted, text);
    const message = text(`stock.count.refusal.${posted.reason}`);
    if (!("lineNo" in posted)) return { ok: false, message };
    const index = rows.findIndex(({ lineNo }) => lineNo === String(posted.lineNo));
    return { ok: false, message, faults: { [`lines.${index}.reason`]: message } };
  });
}

type Text = (key: string, values?: Record<string, string | number>) => string;

/** What was booked, and which lines were not and why: that stays beside the form. */
function sayPosted(posted: Extract<PostedCount, { ok: true }>, text: Text): ActionResult {
  const { moved, belowReserved } = posted;
  const joint = text("common.joint");
  const sentences = [
    moved.length > 0 && text("stock.count.movedLines", { lines: moved.join(joint) }),
    belowReserved.length > 0 &&
      text("stock.count.reservedLines", { lines: belowReserved.join(joint) }),
  ].filter((sentence) => sentence !== false);
  const message = text("stock.count.posted", { posted: posted.posted });
  return sentences.length > 0
    ? { ok: true, message, keep: sentences.join("") }
    : { ok: true, message };
}

export async function closeCountAction(countId: string): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    const closed = isId(countId)
      ? await closeCount(staff, countId, now)
      : { ok: false as const, reason: "not_open" as const };
    return closed.ok
      ? { ok: true, message: text("stock.count.closed") }
      : { ok: false, message: text(`stock.count.refusal.${closed.reason}`) };
  });
}
