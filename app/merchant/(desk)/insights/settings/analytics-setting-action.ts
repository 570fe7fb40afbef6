"use server";

import { z } from "zod";
import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { ACTIVITY_ACTS } from "@/domain/metrics/activity-index";
import { changeAnalyticsSetting } from "@/features/insights/commands/change-analytics-setting";
import { recomputeDays } from "@/features/insights/commands/recompute-days";
import { analyticsSettingSchema, recomputedDaysSchema } from "@/features/insights/schema";
import { yuanText } from "@/lib/forms/yuan-text";

const wholeText = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, "fault.number")
  .transform(Number);

/** The form's texts in the types of analyticsSettingSchema, the weights each in a field of its own. */
const typedSetting = z.object({
  fixedCostPerDayFen: yuanText,
  freightCostPerOrderFen: yuanText,
  safetyDays: wholeText,
  slowMoverDays: wholeText,
});
const typedWeights = z.record(z.enum(ACTIVITY_ACTS), wholeText);

export async function saveAnalyticsSettingAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const fields = Object.fromEntries(form);
    const typed = readForm(typedSetting, fields, text);
    if (!typed.ok) return typed.refusal;
    const own = Object.fromEntries(ACTIVITY_ACTS.map((act) => [act, fields[act]]));
    const weights = readForm(typedWeights, own, text);
    if (!weights.ok) return weights.refusal;
    const input = readForm(
      analyticsSettingSchema,
      { ...typed.data, activityWeights: weights.data },
      text,
    );
    if (!input.ok) return input.refusal;
    await changeAnalyticsSetting(staff, input.data, now);
    return { ok: true, message: text("insights.setting.saved") };
  });
}

/** Has days rolled up from their facts once more. */
export async function recomputeDaysAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const input = readForm(recomputedDaysSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    await recomputeDays(staff, input.data, now);
    return { ok: true, message: text("insights.setting.recomputeQueued") };
  });
}
