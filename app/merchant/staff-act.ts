import { getTranslations } from "next-intl/server";
import type { ActionResult } from "@/components/ui/action-result";
import { currentStaff } from "@/features/staff/gate";
import { can, type Permission, type StaffScope } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { AppError } from "@/lib/errors/app-error";

type Text = Awaited<ReturnType<typeof getTranslations>>;
export type StaffAct = { staff: StaffScope; text: Text; now: Date };

/**
 * The beginning of every dashboard action: who acts, and that they may do just this. The page around
 * proves nothing, for anybody can send the request without it.
 */
export async function staffAct(
  permission: Permission,
  work: (act: StaffAct) => Promise<ActionResult>,
): Promise<ActionResult> {
  const staff = await currentStaff();
  const text = await getTranslations();
  if (!staff) return { ok: true, goTo: "/merchant/sign-in" };
  if (!can(staff.role, permission)) return { ok: false, message: text("common.forbidden") };
  try {
    return await work({ staff, text, now: systemClock() });
  } catch (error) {
    const isUnstorable = error instanceof AppError && error.code === "bad_request";
    if (isUnstorable) return { ok: false, message: text("common.checkFields") };
    throw error;
  }
}
