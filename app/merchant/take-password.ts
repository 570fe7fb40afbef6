import type { StaffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { stepUp } from "@/features/staff/commands/step-up";

type Refused = Extract<ActionResult, { ok: false }>;

const longest = 200;

/**
 * Takes the password that a form asked for again. The command behind the form still judges whether
 * that happened lately enough: a form without the field gains nothing here.
 * @returns what to answer instead when the password is wrong, or null
 */
export async function takePassword(
  { staff, text, now }: StaffAct,
  form: FormData,
): Promise<Refused | null> {
  const password = form.get("password");
  if (typeof password !== "string" || password.length > longest) return null;
  if (password === "") return passwordNeeded({ text });
  const steppedUp = await stepUp(staff, password, now);
  if (steppedUp.ok) return null;
  const message = text(`payouts.stepUp.refusal.${steppedUp.reason}`);
  return { ok: false, message, faults: { password: message } };
}

/** The answer to a command that wants the password again. */
export function passwordNeeded({ text }: Pick<StaffAct, "text">): Refused {
  const message = text("payouts.stepUp.needed");
  return { ok: false, message, faults: { password: message } };
}
