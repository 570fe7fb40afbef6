import { forecastFission } from "@/domain/forecast/fission";
import type { FissionPlan, FissionPlanFault } from "@/domain/forecast/fission-plan";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { type DayWindow, lastDayOf } from "@/domain/metrics/window";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * Writes down what a plan promises for days to come, so that it can be held against what came. Days
 * that have begun before today are refused: somebody would know already.
 */
export async function saveForecast(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  { title, plan, window }: { title: string; plan: FissionPlan; window: DayWindow },
  now: Date,
): Promise<{ ok: true; forecastId: string } | FissionPlanFault | { ok: false; reason: "begun" }> {
  const made = forecastFission(plan);
  if (!made.ok) return made;
  if (window.from < shanghaiDay(now)) return { ok: false, reason: "begun" };
  const forecastId = newId();
  const { orders, salesFen } = made.forecast.total;
  await inMerchant(merchantId, async (tx) => {
    const days = { fromDay: new Date(window.from), toDay: new Date(window.to) };
    const saved = { merchantId, id: forecastId, title, savedBy: staffId, savedAt: now };
    await tx.forecast.create({ data: { ...saved, ...plan, ...days, orders, salesFen } });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "forecast.save",
      objectKind: "forecast",
      objectId: forecastId,
      details: {
        fromDay: window.from,
        lastDay: lastDayOf(window),
        orders,
        salesFen: salesFen.toString(),
      },
      now,
    });
  });
  return { ok: true, forecastId };
}
