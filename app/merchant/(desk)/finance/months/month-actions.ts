"use server";

import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { closeMonth } from "@/features/closing/commands/close-month";
import { sayCloseRefusal } from "@/features/closing/components/say-close-refusal";
import { findCloseRefusal } from "@/features/closing/queries/find-close-refusal";
import { monthSchema } from "@/features/closing/schema";
import { reconcileDay } from "@/features/reconciliation/commands/reconcile-day";
import { billKinds } from "@/features/reconciliation/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** A person waits for the answer: each day is two bills. */
const daysAtATime = 10;

/** Closes a month for ever, or says what is in the way. */
export async function closeMonthAction(month: string): Promise<ActionResult> {
  return staffAct("month.close", async ({ staff, text, now }) => {
    if (!monthSchema.safeParse(month).success) return { ok: false, message: text("common.gone") };
    const closed = await closeMonth(staff, month, now);
    if (closed.ok) {
      return { ok: true, message: text("reconciliation.months.closedNow", { month }) };
    }
    return {
      ok: false,
      message: sayCloseRefusal(closed, (key, words) => text(`reconciliation.months.${key}`, words)),
    };
  });
}

/** Fetches and compares the month's bills that were never read, some days at a time. */
export async function reconcileMonthAction(month: string): Promise<ActionResult> {
  return staffAct("reconciliation.write", async ({ staff, text, now }) => {
    if (!monthSchema.safeParse(month).success) return { ok: false, message: text("common.gone") };
    const { merchantId } = staff;
    const unread = () =>
      inMerchant(merchantId, async (tx) => {
        const refusal = await findCloseRefusal(tx, { merchantId, month, now });
        return refusal?.reason === "not_reconciled" ? refusal.days : [];
      });
    const days = await unread();
    for (const day of days.slice(0, daysAtATime)) {
      for (const kind of billKinds) await reconcileDay(merchantId, { kind, day, now });
    }
    const left = (await unread()).length;
    const done = Math.max(0, days.length - left);
    return { ok: true, message: text("reconciliation.months.reconciled", { done, left }) };
  });
}
