"use server";

import { z } from "zod";
import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { payoutPolicyInput } from "@/features/merchants/schema";
import { changePayoutPolicy } from "@/features/payouts/commands/change-payout-policy";
import { yuanText } from "@/lib/forms/yuan-text";

const wholeText = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, "fault.number")
  .transform(Number);

/** The form's texts in the types of payoutPolicyInput. */
const typedPolicy = z.object({
  seenVersion: wholeText,
  payoutMinFen: yuanText,
  payoutApprovalLimitFen: yuanText,
  payoutDailyCapFen: yuanText,
  payoutDailyTotalFen: yuanText,
  payoutDueDays: wholeText,
  payoutCooldownHours: wholeText,
  payoutJobTitle: z.string(),
  payoutRemark: z.string(),
});

export async function savePayoutPolicyAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async (act) => {
    const { staff, text, now } = act;
    const typed = readForm(typedPolicy, Object.fromEntries(form), text);
    if (!typed.ok) return typed.refusal;
    const input = readForm(payoutPolicyInput, typed.data, text);
    if (!input.ok) return input.refusal;
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const changed = await changePayoutPolicy(staff, input.data, now);
    if (changed.ok) return { ok: true, message: text("payouts.policy.saved") };
    const isAsleep = changed.reason === "step_up_needed";
    const reason = isAsleep ? "payouts.stepUp.needed" : "settings.refusal.changed_meanwhile";
    return { ok: false, message: text(reason) };
  });
}
