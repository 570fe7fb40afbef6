"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { decideRun } from "@/features/payouts/commands/decide-run";
import { proposeRun } from "@/features/payouts/commands/propose-run";
import { decideRunInput, payoutReasonSchema, proposeRunInput } from "@/features/payouts/schema";
import { readTexts } from "@/lib/forms/read-rows";
import { secureRandom } from "@/lib/ids/random-code";

export async function proposeRunAction(form: FormData): Promise<ActionResult> {
  return staffAct("payout.decide", async (act) => {
    const { staff, text, now } = act;
    const chosen = {
      payoutIds: readTexts(form, "payoutIds"),
      seenTotalFen: form.get("seenTotalFen"),
    };
    if (chosen.payoutIds.length === 0)
      return { ok: false, message: text("payouts.runs.nothingChosen") };
    const input = readForm(proposeRunInput, chosen, text);
    if (!input.ok) return { ok: false, message: text("payouts.refusal.changed") };
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const proposed = await proposeRun(staff, input.data, { now, random: secureRandom });
    if (!proposed.ok) return { ok: false, message: text(`payouts.refusal.${proposed.reason}`) };
    return {
      ok: true,
      message: text("payouts.runs.proposedNow"),
      goTo: `/merchant/finance/runs/${proposed.runId}`,
    };
  });
}

/** @param decision a refusal needs a reason, an approval the total that was seen */
export async function decideRunAction(
  runId: string,
  decision: "approve" | "refuse",
  form: FormData,
): Promise<ActionResult> {
  return staffAct("payout.decide", async (act) => {
    const { staff, text, now } = act;
    if (decision === "refuse") {
      const reason = readForm(payoutReasonSchema, Object.fromEntries(form), text);
      if (!reason.ok) return reason.refusal;
    }
    const input = readForm(decideRunInput, { ...Object.fromEntries(form), runId, decision }, text);
    if (!input.ok) return { ok: false, message: text("common.gone") };
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const decided = await decideRun(staff, input.data, now);
    if (!decided.ok) return { ok: false, message: text(`payouts.refusal.${decided.reason}`) };
    return { ok: true, message: text(`payouts.runs.decidedNow.${input.data.decision}`) };
  });
}
