"use server";

import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { closeMonth } from "@/features/closing/commands/close-month";
import { monthSchema } from "@/features/closing/schema";

/** Closes a month for ever, or says what is in the way. */
export async function closeMonthAction(month: string): Promise<ActionResult> {
  return staffAct("month.close", async ({ staff, text, now }) => {
    if (!monthSchema.safeParse(month).success) return { ok: false, message: text("common.gone") };
    const closed = await closeMonth(staff, month, now);
    if (closed.ok) {
      return { ok: true, message: text("reconciliation.months.closedNow", { month }) };
    }
    const days = closed.reason === "not_reconciled" ? closed.days : [];
    const count = closed.reason === "open_cases" ? closed.count : days.length;
    const message = text(`reconciliation.months.refusal.${closed.reason}`, {
      count,
      days: days.join("、"),
    });
    return { ok: false, message };
  });
}
