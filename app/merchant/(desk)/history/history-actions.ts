"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { HISTORY_FIELDS } from "@/domain/history/mapping";
import { resumeHistoryImport } from "@/features/history/commands/resume-history-import";
import { startHistoryImport } from "@/features/history/commands/start-history-import";
import { undoHistoryImport } from "@/features/history/commands/undo-history-import";
import { historyMappingSchema } from "@/features/history/schema";
import { isId } from "@/lib/ids/is-id";

/** The form in the types of historyMappingSchema; a column that was left open is left out. */
function readMapping(form: FormData): Record<string, unknown> {
  const textOf = (name: string) => String(form.get(name) ?? "");
  const chosen = HISTORY_FIELDS.map((field) => [field, textOf(`columns.${field}`)] as const);
  return {
    columns: Object.fromEntries(
      chosen
        .filter(([, index]) => index !== "")
        .map(([field, index]) => [field, /^\d{1,4}$/.test(index) ? Number(index) : index]),
    ),
    dateOrder: textOf("dateOrder"),
    refundPrefix: textOf("refundPrefix"),
    ignoredPrefix: textOf("ignoredPrefix"),
  };
}

export async function startHistoryAction(importId: string, form: FormData): Promise<ActionResult> {
  return staffAct("history.import", async ({ staff, text, now }) => {
    const input = readForm(historyMappingSchema, readMapping(form), text);
    if (!input.ok) {
      const isMissing = input.refusal.faults?.columns !== undefined;
      return isMissing
        ? { ok: false, message: text("history.refusal.columns_missing") }
        : input.refusal;
    }
    if (!isId(importId)) return { ok: false, message: text("history.refusal.not_previewed") };
    const started = await startHistoryImport(staff, { importId, mapping: input.data }, now);
    if (!started.ok) return { ok: false, message: text(`history.refusal.${started.reason}`) };
    return { ok: true, message: text("history.started") };
  });
}

export async function resumeHistoryAction(importId: string): Promise<ActionResult> {
  return staffAct("history.import", async ({ staff, text, now }) => {
    const resumed = isId(importId) && (await resumeHistoryImport(staff, importId, now)).ok;
    if (!resumed) return { ok: false, message: text("history.refusal.not_resumable") };
    return { ok: true, message: text("history.started") };
  });
}

export async function undoHistoryAction(importId: string): Promise<ActionResult> {
  return staffAct("history.import", async ({ staff, text, now }) => {
    if (!isId(importId)) return { ok: false, message: text("history.refusal.not_found") };
    const undone = await undoHistoryImport(staff, importId, now);
    if (!undone.ok) return { ok: false, message: text(`history.refusal.${undone.reason}`) };
    return { ok: true, message: text("history.undone") };
  });
}
