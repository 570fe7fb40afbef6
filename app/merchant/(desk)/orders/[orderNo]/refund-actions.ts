"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { endRefundByHand } from "@/features/refunds/commands/end-refund-by-hand";
import { requestRefund } from "@/features/refunds/commands/request-refund";
import { previewRefund } from "@/features/refunds/queries/preview-refund";
import {
  endRefundSchema,
  previewRefundSchema,
  type RefundPreview,
  requestRefundSchema,
} from "@/features/refunds/schema";
import { currentStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

/** What a refund would take from whom; nobody without the permission learns that there is an order. */
export async function previewRefundAction(input: unknown): Promise<RefundPreview> {
  const staff = await currentStaff();
  const wish = previewRefundSchema.safeParse(input);
  if (!staff || !can(staff.role, "refund.write") || !wish.success) {
    return { ok: false, reason: "not_found" };
  }
  const { merchantId } = staff;
  return inMerchant(merchantId, (tx) => previewRefund(tx, merchantId, wish.data, systemClock()));
}

export async function requestRefundAction(input: unknown): Promise<ActionResult> {
  return staffAct("refund.write", async ({ staff, text, now }) => {
    const wish = requestRefundSchema.safeParse(input);
    if (!wish.success) {
      const isReason = wish.error.issues.every(({ path }) => path[0] === "reason");
      return {
        ok: false,
        message: text(isReason ? "refunds.fault.reason" : "refunds.refusal.bad_input"),
      };
    }
    const asked = await requestRefund(staff, wish.data, { now });
    if (!asked.ok) return { ok: false, message: text(`refunds.refusal.${asked.reason}`) };
    return { ok: true, message: text("refunds.requested") };
  });
}

/** @param outRefundNo of a refund that WeChat refused or could not bring to its end */
export async function endRefundAction(outRefundNo: string, form: FormData): Promise<ActionResult> {
  return staffAct("refund.write", async (act) => {
    const { staff, text, now } = act;
    const input = readForm(endRefundSchema, { ...Object.fromEntries(form), outRefundNo }, text);
    if (!input.ok) return input.refusal;
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const ended = await endRefundByHand(staff, input.data, now);
    if (!ended.ok) return { ok: false, message: text(`refunds.byHand.refusal.${ended.reason}`) };
    return { ok: true, message: text(`refunds.byHand.done.${input.data.way}`) };
  });
}
