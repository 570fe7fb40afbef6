"use server";

import { readForm } from "@/app/merchant/read-form";
import { type StaffAct, staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { changePassword } from "@/features/staff/commands/change-password";
import { createStaff } from "@/features/staff/commands/create-staff";
import { resetPassword } from "@/features/staff/commands/reset-password";
import { revokeSessions } from "@/features/staff/commands/revoke-sessions";
import { setStaffAccess } from "@/features/staff/commands/set-staff-access";
import {
  changePasswordSchema,
  newStaffSchema,
  type StaffRole,
  staffRoles,
} from "@/features/staff/schema";
import { isId } from "@/lib/ids/is-id";
import { randomCode, secureRandom } from "@/lib/ids/random-code";

const passwordLength = 16;

/** The password stands in the answer's sentence and nowhere else. */
export async function createStaffAction(form: FormData): Promise<ActionResult> {
  return staffAct("staff.write", async (act) => {
    const { staff, text, now } = act;
    const input = readForm(newStaffSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const password = randomCode(passwordLength, secureRandom);
    const created = await createStaff(staff.merchantId, { ...input.data, password }, staff, now);
    if (!created.ok) {
      if (created.reason === "step_up_needed") return asleep(text);
      const message = text("staff.refusal.email_taken");
      return { ok: false, message, faults: { email: message } };
    }
    return { ok: true, keep: text("staff.passwordOnce", { name: input.data.name, password }) };
  });
}

export async function resetPasswordAction(staffId: string, form: FormData): Promise<ActionResult> {
  return staffAct("staff.write", async (act) => {
    const { staff, text, now } = act;
    if (!isId(staffId)) return { ok: false, message: text("common.gone") };
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const reset = await resetPassword(staff, staffId, { now, random: secureRandom });
    if (!reset.ok) {
      return reset.reason === "step_up_needed"
        ? asleep(text)
        : { ok: false, message: text("common.gone") };
    }
    return { ok: true, keep: text("staff.newPasswordOnce", { password: reset.password }) };
  });
}

export async function setRoleAction(staffId: string, form: FormData): Promise<ActionResult> {
  const role = staffRoles.find((one) => one === form.get("role"));
  return setAccess(staffId, role && { role }, "common.saved", form);
}

export async function setDisabledAction(
  staffId: string,
  isDisabled: boolean,
  form: FormData,
): Promise<ActionResult> {
  const done = isDisabled === true ? "staff.disabledNow" : "staff.enabledNow";
  return setAccess(staffId, { isDisabled: isDisabled === true }, done, form);
}

/** @param access undefined where the form held nothing that can be changed */
function setAccess(
  staffId: string,
  access: { role: StaffRole } | { isDisabled: boolean } | undefined,
  done: "common.saved" | "staff.disabledNow" | "staff.enabledNow",
  form: FormData,
): Promise<ActionResult> {
  return staffAct("staff.write", async (act) => {
    const { staff, text, now } = act;
    if (!access || !isId(staffId)) return { ok: false, message: text("common.gone") };
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const changed = await setStaffAccess(staff, { staffId, ...access }, now);
    if (changed.ok) return { ok: true, message: text(done) };
    if (changed.reason === "step_up_needed") return asleep(text);
    return { ok: false, message: text(`staff.refusal.${changed.reason}`) };
  });
}

/** The five minutes were over between the form's question and the deed. */
function asleep(text: StaffAct["text"]): ActionResult {
  return { ok: false, message: text("payouts.stepUp.needed") };
}

export async function changePasswordAction(form: FormData): Promise<ActionResult> {
  return staffAct("overview.read", async ({ staff, text, now }) => {
    const input = readForm(changePasswordSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const changed = await changePassword(staff, input.data, now);
    if (changed.ok) return { ok: true, message: text("staff.passwordChanged") };
    const message = text("staff.refusal.wrong_password");
    return { ok: false, message, faults: { current: message } };
  });
}

/** @param sessionId null ends all of one's own sessions, this one too */
export async function revokeSessionAction(sessionId: string | null): Promise<ActionResult> {
  return staffAct("overview.read", async ({ staff, text, now }) => {
    const { merchantId, staffId } = staff;
    if (sessionId !== null && !isId(sessionId)) return { ok: false, message: text("common.gone") };
    const { revoked } = await revokeSessions(
      merchantId,
      { staffId, revokedBy: staffId, ...(sessionId && { sessionId }) },
      now,
    );
    if (revoked === 0) return { ok: false, message: text("common.gone") };
    const isOwn = sessionId === null || sessionId === staff.sessionId;
    return {
      ok: true,
      message: text("staff.sessionEnded"),
      ...(isOwn && { goTo: "/merchant/sign-in" }),
    };
  });
}
