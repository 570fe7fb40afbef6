"use server";

import { readForm } from "@/app/merchant/read-form";
import { type StaffAct, staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { formatYuan } from "@/domain/money/format-yuan";
import { erasePerson } from "@/features/persons/commands/erase-person";
import { exportPerson } from "@/features/persons/commands/export-person";
import { type ErasureObstacle, erasePersonSchema } from "@/features/persons/schema";
import { isId } from "@/lib/ids/is-id";

/** Everything about one person leaves in the clear: by password, and on record. */
export async function exportPersonAction(
  customerId: string,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("person.write", async (act) => {
    const { staff, text, now } = act;
    if (!isId(customerId)) return { ok: false, message: text("common.gone") };
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const exported = await exportPerson(staff, customerId, now);
    if (!exported.ok) return refuse(text, exported.reason);
    return {
      ok: true,
      message: text("customers.data.export.done"),
      file: { name: `person-${shanghaiDay(now)}.json`, text: exported.json },
    };
  });
}

export async function erasePersonAction(customerId: string, form: FormData): Promise<ActionResult> {
  return staffAct("person.write", async (act) => {
    const { staff, text, now } = act;
    if (!isId(customerId)) return { ok: false, message: text("common.gone") };
    const input = readForm(erasePersonSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const erased = await erasePerson(staff, customerId, now);
    if (erased.ok) return { ok: true, message: text("customers.data.erase.done") };
    if (erased.reason !== "under_way") return refuse(text, erased.reason);
    return { ok: false, message: sayObstacle(text, erased.obstacle) };
  });
}

function refuse(text: StaffAct["text"], reason: "not_found" | "step_up_needed"): ActionResult {
  const key = reason === "not_found" ? "common.gone" : "payouts.stepUp.needed";
  return { ok: false, message: text(key) };
}

/** What has to end before the person can be forgotten, and how. */
function sayObstacle(text: StaffAct["text"], obstacle: ErasureObstacle): string {
  const { reason } = obstacle;
  const key = `customers.data.erase.obstacle.${reason}` as const;
  switch (reason) {
    case "commission_owed":
      return text(key, { yuan: formatYuan(obstacle.owedFen) });
    case "in_debt":
      return text(key, { yuan: formatYuan(obstacle.debtFen) });
    case "tax_open":
      return text(key, { month: obstacle.month });
    case "commission_coming":
      return text(key);
    default:
      return text(key, { orderNo: obstacle.orderNo });
  }
}
