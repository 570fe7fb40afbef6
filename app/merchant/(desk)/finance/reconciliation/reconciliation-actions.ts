"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { assignCase } from "@/features/reconciliation/commands/assign-case";
import { closeCase } from "@/features/reconciliation/commands/close-case";
import { reconcileDay } from "@/features/reconciliation/commands/reconcile-day";
import {
  assignCaseSchema,
  billKinds,
  closeCaseSchema,
  retrySchema,
} from "@/features/reconciliation/schema";

/** Compares both bills of a day now, whatever the hourly run has made of it. */
export async function retryDayAction(day: string): Promise<ActionResult> {
  return staffAct("reconciliation.write", async ({ staff, text, now }) => {
    const input = readForm(retrySchema, { day }, text);
    if (!input.ok) return input.refusal;
    const said: string[] = [];
    for (const kind of billKinds) {
      const result = await reconcileDay(staff.merchantId, { kind, day: input.data.day, now });
      const outcome = result.ok ? `state.${result.state}` : `failure.${result.reason}`;
      said.push(`${text(`reconciliation.${kind}`)} ${text(`reconciliation.${outcome}`)}`);
    }
    const state = said.join(text("common.comma"));
    return { ok: true, message: text("reconciliation.retried", { state }) };
  });
}

export async function assignCaseAction(caseId: string, form: FormData): Promise<ActionResult> {
  return staffAct("reconciliation.write", async ({ staff, text, now }) => {
    const ownerId = form.get("ownerId") || null;
    const input = readForm(assignCaseSchema, { caseId, ownerId }, text);
    if (!input.ok) return input.refusal;
    const assigned = await assignCase(staff, input.data, now);
    return assigned.ok
      ? { ok: true, message: text("reconciliation.case.assigned") }
      : { ok: false, message: text(`reconciliation.case.refusal.${assigned.reason}`) };
  });
}

export async function closeCaseAction(caseId: string, form: FormData): Promise<ActionResult> {
  return staffAct("reconciliation.write", async ({ staff, text, now }) => {
    const resolution = form.get("resolution") ?? "";
    const input = readForm(closeCaseSchema, { caseId, resolution }, text);
    if (!input.ok) return input.refusal;
    const closed = await closeCase(staff, input.data, now);
    return closed.ok
      ? { ok: true, message: text("reconciliation.case.closedNow") }
      : { ok: false, message: text(`reconciliation.case.refusal.${closed.reason}`) };
  });
}
