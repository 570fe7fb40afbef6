"use server";

import { z } from "zod";
import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import type { AnomalyFault } from "@/domain/metrics/anomaly-bounds";
import { changeAnomalyThresholds } from "@/features/insights/commands/change-anomaly-thresholds";

const whole = z
  .string()
  .trim()
  .regex(/^\d{1,7}$/, "fault.number")
  .transform(Number);

/** The form's texts; the share is typed in whole percent. The command judges the bounds. */
const typedThresholds = z.object({
  clicksWithoutOrder: whole,
  ordersWithoutClick: whole,
  ownOrders: whole,
  ringOrders: whole,
  ringSharePercent: whole,
  ringOrdersPerPayer: whole,
  offPlatformReports: whole,
});

export async function saveAnomalyThresholdsAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const typed = readForm(typedThresholds, Object.fromEntries(form), text);
    if (!typed.ok) return typed.refusal;
    const { ringSharePercent, ...counts } = typed.data;
    const thresholds = { ...counts, ringShareBps: ringSharePercent * 100 };
    const changed = await changeAnomalyThresholds(staff, thresholds, now);
    if (changed.ok) return { ok: true, message: text("insights.thresholds.saved") };
    const faults = changed.faults.map(asTyped);
    return {
      ok: false,
      message: text("common.checkFields"),
      faults: Object.fromEntries(
        faults.map(({ name, least, most }) => [name, text("fault.between", { least, most })]),
      ),
    };
  });
}

/** A fault in the name and unit of its field. */
function asTyped({ name, least, most }: AnomalyFault): {
  name: string;
  least: number;
  most: number;
} {
  if (name !== "ringShareBps") return { name, least, most };
  return { name: "ringSharePercent", least: least / 100, most: most / 100 };
}
