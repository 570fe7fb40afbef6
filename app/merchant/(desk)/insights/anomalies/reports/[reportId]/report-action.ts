"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { decideReport } from "@/features/reports/commands/decide-report";
import { decideReportSchema } from "@/features/reports/schema";
import { isId } from "@/lib/ids/is-id";

/** Staff say what they found when they looked at a report. */
export async function decideReportAction(reportId: string, form: FormData): Promise<ActionResult> {
  return staffAct("distributor.decide", async ({ staff, text, now }) => {
    const input = readForm(decideReportSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(reportId)) return { ok: false, message: text("common.gone") };
    const decided = await decideReport(staff, { reportId, ...input.data }, now);
    if (!decided.ok) return { ok: false, message: text("common.gone") };
    return { ok: true, message: text("common.saved") };
  });
}
