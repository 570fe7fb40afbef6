"use server";

import type { z } from "zod";
import { readForm } from "@/app/merchant/read-form";
import { type StaffAct, staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { endFormerUnpaid } from "@/features/payouts/commands/end-former-unpaid";
import { failBankPayout } from "@/features/payouts/commands/fail-bank-payout";
import { markBankPaid } from "@/features/payouts/commands/mark-bank-paid";
import { markFormerPaid } from "@/features/payouts/commands/mark-former-paid";
import { refusePayout } from "@/features/payouts/commands/refuse-payout";
import {
  bankReferenceSchema,
  formerUnpaidSchema,
  payoutReasonSchema,
  transferBillNoSchema,
} from "@/features/payouts/schema";
import { isId } from "@/lib/ids/is-id";

export async function refusePayoutAction(payoutId: string, form: FormData): Promise<ActionResult> {
  return staffAct("payout.decide", async ({ staff, text, now }) => {
    const input = readForm(payoutReasonSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(payoutId)) return { ok: false, message: text("common.gone") };
    const refused = await refusePayout(staff, { payoutId, ...input.data }, now);
    if (!refused.ok) return { ok: false, message: text(`payouts.refusal.${refused.reason}`) };
    return { ok: true, message: text(`payouts.one.refusedNow.${refused.state}`) };
  });
}

/** Two people say it with the same reference; each gives their password. */
export async function markBankPaidAction(payoutId: string, form: FormData): Promise<ActionResult> {
  return sayHowItEnded(payoutId, form, bankReferenceSchema, async (act, input) => {
    const { staff, text, now } = act;
    const marked = await markBankPaid(staff, { payoutId, ...input }, now);
    if (!marked.ok) return { ok: false, message: text(`payouts.refusal.${marked.reason}`) };
    return { ok: true, message: text(`payouts.bank.markedNow.${marked.state}`) };
  });
}

export async function failBankPayoutAction(
  payoutId: string,
  form: FormData,
): Promise<ActionResult> {
  return sayHowItEnded(payoutId, form, payoutReasonSchema, async (act, input) => {
    const { staff, text, now } = act;
    const failed = await failBankPayout(staff, { payoutId, ...input }, now);
    if (!failed.ok) return { ok: false, message: text(`payouts.refusal.${failed.reason}`) };
    return { ok: true, message: text("payouts.bank.failedNow") };
  });
}

/** What the platform of a former merchant number shows as paid: two people say it, each with their password. */
export async function markFormerPaidAction(
  payoutId: string,
  form: FormData,
): Promise<ActionResult> {
  return sayHowItEnded(payoutId, form, transferBillNoSchema, async (act, input) => {
    const { staff, text, now } = act;
    const marked = await markFormerPaid(staff, { payoutId, ...input }, now);
    if (!marked.ok) return { ok: false, message: text(`payouts.refusal.${marked.reason}`) };
    return { ok: true, message: text(`payouts.bank.markedNow.${marked.state}`) };
  });
}

export async function endFormerUnpaidAction(
  payoutId: string,
  form: FormData,
): Promise<ActionResult> {
  return sayHowItEnded(payoutId, form, formerUnpaidSchema, async (act, { reason }) => {
    const { staff, text, now } = act;
    const ended = await endFormerUnpaid(staff, { payoutId, reason }, now);
    if (!ended.ok) return { ok: false, message: text(`payouts.refusal.${ended.reason}`) };
    return { ok: true, message: text("payouts.former.endedNow") };
  });
}

/** The beginning of what a person says of a payout that nobody else tells of: the form, then the password. */
async function sayHowItEnded<Schema extends z.ZodType>(
  payoutId: string,
  form: FormData,
  schema: Schema,
  say: (act: StaffAct, input: z.output<Schema>) => Promise<ActionResult>,
): Promise<ActionResult> {
  return staffAct("payout.decide", async (act) => {
    const input = readForm(schema, Object.fromEntries(form), act.text);
    if (!input.ok) return input.refusal;
    if (!isId(payoutId)) return { ok: false, message: act.text("common.gone") };
    const refusal = await takePassword(act, form);
    return refusal ?? say(act, input.data);
  });
}
