"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { holdCommission } from "@/features/commissions/commands/hold-commission";
import { releaseCommission } from "@/features/commissions/commands/release-commission";
import { payoutReasonSchema } from "@/features/payouts/schema";
import { isId } from "@/lib/ids/is-id";

export async function holdCommissionAction(
  commissionId: string,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("commission.hold", async ({ staff, text, now }) => {
    const input = readForm(payoutReasonSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(commissionId)) return { ok: false, message: text("common.gone") };
    const held = await holdCommission(staff, { commissionId, ...input.data }, now);
    if (!held.ok) return { ok: false, message: text(`payouts.accounts.refusal.${held.reason}`) };
    return { ok: true, message: text("payouts.accounts.commissionFrozen") };
  });
}

export async function releaseCommissionAction(
  commissionId: string,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("commission.hold", async ({ staff, text, now }) => {
    const input = readForm(payoutReasonSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(commissionId)) return { ok: false, message: text("common.gone") };
    const released = await releaseCommission(staff, { commissionId, ...input.data }, now);
    if (!released.ok)
      return { ok: false, message: text(`payouts.accounts.refusal.${released.reason}`) };
    return { ok: true, message: text("payouts.accounts.commissionReleased") };
  });
}
