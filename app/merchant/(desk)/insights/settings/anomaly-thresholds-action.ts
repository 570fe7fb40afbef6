"use server";

import { z } from "zod";
import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { changeAnomalyThresholds } from "@/features/insights/commands/change-anomaly-thresholds";

const between = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,7}$/, "fault.number")
    .transform(Number)
    .refine((limit) => limit >= least && limit <= most, "fault.limit");

/** The form's texts with their bounds; the share is typed in whole percent. */
const typedThresholds = z.object({
  clicksWithoutOrder: between(10, 1_000_000),
  ordersWithoutClick: between(1, 10_000),
  ownOrders: between(1, 10_000),
  ringOrders: between(1, 10_000),
  ringSharePercent: between(1, 100),
  ringOrdersPerPayer: between(1, 100),
  offPlatformReports: between(1, 100),
});

export async function saveAnomalyThresholdsAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const typed = readForm(typedThresholds, Object.fromEntries(form), text);
    if (!typed.ok) return typed.refusal;
    const { ringSharePercent, ...counts } = typed.data;
    await changeAnomalyThresholds(staff, { ...counts, ringShareBps: ringSharePercent * 100 }, now);
    return { ok: true, message: text("insights.thresholds.saved") };
  });
}
