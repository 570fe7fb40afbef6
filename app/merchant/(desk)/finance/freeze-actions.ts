"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { freezePayouts } from "@/features/payouts/commands/freeze-payouts";
import { releasePayouts } from "@/features/payouts/commands/release-payouts";
import { payoutReasonSchema } from "@/features/payouts/schema";
import { isId } from "@/lib/ids/is-id";

export async function freezePayoutsAction(
  distributorId: string,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("payout.freeze", async ({ staff, text, now }) => {
    const input = readForm(payoutReasonSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(distributorId)) return { ok: false, message: text("common.gone") };
    const frozen = await freezePayouts(staff, { distributorId, ...input.data }, now);
    if (!frozen.ok) return { ok: false, message: text("payouts.accounts.refusal.already") };
    return { ok: true, message: text("payouts.accounts.frozenNow") };
  });
}

export async function releasePayoutsAction(
  distributorId: string,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("payout.freeze", async ({ staff, text, now }) => {
    const input = readForm(payoutReasonSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(distributorId)) return { ok: false, message: text("common.gone") };
    const released = await releasePayouts(staff, { distributorId, ...input.data }, now);
    if (!released.ok) return { ok: false, message: text("payouts.accounts.refusal.already") };
    return { ok: true, message: text("payouts.accounts.releasedNow") };
  });
}
