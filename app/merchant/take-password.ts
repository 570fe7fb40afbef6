import type { StaffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { stepUp } from "@/features/staff/commands/step-up";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { inMerchant } from "@/lib/db/in-merchant";

type Refused = Extract<ActionResult, { ok: false }>;

const longest = 200;

/**
 * Takes the password that a form asked for again; a form without the field passes only while the last
 * time lies less than five minutes back.
 * @returns what to answer instead of doing it, or null
 */
export async function takePassword(act: StaffAct, form: FormData): Promise<Refused | null> {
  const { staff, text, now } = act;
  const password = form.get("password");
  if (typeof password !== "string" || password === "" || password.length > longest) {
    const { merchantId, sessionId } = staff;
    const isRecent = await inMerchant(merchantId, (tx) =>
      hasSteppedUp(tx, { merchantId, sessionId, now }),
    );
    return isRecent ? null : refuse(text("payouts.stepUp.needed"));
  }
  const steppedUp = await stepUp(staff, password, now);
  return steppedUp.ok ? null : refuse(text(`payouts.stepUp.refusal.${steppedUp.reason}`));
}

function refuse(message: string): Refused {
  return { ok: false, message, faults: { password: message } };
}
