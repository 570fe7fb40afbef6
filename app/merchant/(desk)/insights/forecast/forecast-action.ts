"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { CLASSIC_PLAN } from "@/domain/forecast/classic-plan";
import { FISSION_FIELDS } from "@/domain/forecast/fission-plan";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { saveForecast } from "@/features/forecasts/commands/save-forecast";
import { forecastTitleSchema, readForecastRequest } from "@/features/forecasts/schema";

const fieldNames = [...FISSION_FIELDS, "from", "until"] as const;

/** Keeps the forecast whose figures the form carries: read anew, because anybody can send others. */
export async function saveForecastAction(form: FormData): Promise<ActionResult> {
  return staffAct("forecast.write", async ({ staff, text, now }) => {
    const fields = Object.fromEntries(form);
    const named = readForm(forecastTitleSchema, fields, text);
    if (!named.ok) return named.refusal;
    const typed = Object.fromEntries(
      fieldNames.map((name) => [name, String(fields[name] ?? "").trim()]),
    );
    const refuse = (reason: "begun" | "cannotSave"): ActionResult => ({
      ok: false,
      message: text(`insights.forecast.${reason}`),
    });
    // Nothing is filled in here: what is kept is what was seen.
    if (Object.values(typed).includes("")) return refuse("cannotSave");
    const request = readForecastRequest(typed, CLASSIC_PLAN, shanghaiDay(now));
    if (!request.ok) return refuse("cannotSave");
    const { plan, window } = request;
    const saved = await saveForecast(staff, { title: named.data.title, plan, window }, now);
    if (!saved.ok) return refuse(saved.reason === "begun" ? "begun" : "cannotSave");
    return { ok: true, message: text("insights.forecast.saved") };
  });
}
