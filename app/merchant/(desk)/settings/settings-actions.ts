"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { saveFreightTemplate } from "@/features/catalogue/commands/save-freight-template";
import { freightTemplateInput } from "@/features/catalogue/schema";
import { changeEventRetention } from "@/features/events/commands/change-event-retention";
import { eventRetentionInput } from "@/features/events/schema";
import { changePolicy } from "@/features/merchants/commands/change-policy";
import { saveProfile } from "@/features/merchants/commands/save-profile";
import { testWechat } from "@/features/merchants/commands/test-wechat";
import { policyInput, profileInput, wechatInput } from "@/features/merchants/schema";
import { changeWechat } from "@/features/payments/commands/change-wechat";
import { readRows } from "@/lib/forms/read-rows";
import { parsePercent } from "@/lib/i18n/format-bps";
import { isId } from "@/lib/ids/is-id";

const counts = [
  "seenVersion",
  "validityDays",
  "protectionDays",
  "holdDays",
  "paymentMinutes",
  "autoReceiveDays",
];
const rates = ["commissionCapBps", "paymentFeeBps", "traditionalRakeBps"];
const checks = ["allowSelfPurchase", "level2Enabled", "level2Confirmed"];

/** The policy's form in the types of policyInput; what is no number becomes a fault there. */
function readPolicy(form: FormData): Record<string, unknown> {
  const wholeOf = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : null);
  const textOf = (name: string) => String(form.get(name) ?? "").trim();
  return {
    attributionMode: form.get("attributionMode"),
    ...Object.fromEntries(counts.map((name) => [name, wholeOf(textOf(name))])),
    ...Object.fromEntries(rates.map((name) => [name, parsePercent(textOf(name))])),
    ...Object.fromEntries(checks.map((name) => [name, form.get(name) === "yes"])),
  };
}

export async function saveProfileAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const input = readForm(profileInput, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    await saveProfile(staff, input.data, now);
    return { ok: true, message: text("common.saved") };
  });
}

export async function savePolicyAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const input = readForm(policyInput, readPolicy(form), text);
    if (!input.ok) return input.refusal;
    const changed = await changePolicy(staff, input.data, now);
    if (changed.ok) return { ok: true, message: text("settings.policySaved") };
    return { ok: false, message: text(`settings.refusal.${changed.reason}`) };
  });
}

export async function saveWechatAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async (act) => {
    const { staff, text, now } = act;
    const input = readForm(wechatInput, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const changed = await changeWechat(staff, input.data, now);
    if (changed.ok) return { ok: true, message: text("settings.wechatSaved") };
    const isAsleep = changed.reason === "step_up_needed";
    const reason = isAsleep ? "payouts.stepUp.needed" : "settings.refusal.secret_missing";
    return { ok: false, message: text(reason) };
  });
}

export async function testWechatAction(): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const tested = await testWechat(staff.merchantId, now);
    if (!tested.ok) return { ok: false, message: text("settings.refusal.not_set") };
    const said = (isGood: boolean) => text(isGood ? "settings.good" : "settings.bad");
    return {
      ok: true,
      keep: text("settings.tested", { account: said(tested.account), pay: said(tested.pay) }),
    };
  });
}

export async function saveFreightAction(id: string | null, form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const fields = { ...Object.fromEntries(form), rules: readRows(form, "rules") };
    const input = readForm(freightTemplateInput, fields, text);
    if (!input.ok) return input.refusal;
    if (id !== null && !isId(id)) return { ok: false, message: text("common.gone") };
    const saved = await saveFreightTemplate(staff, id, input.data, now);
    if (saved.ok) return { ok: true, message: text("common.saved") };
    return { ok: false, message: text(`settings.refusal.${saved.reason}`) };
  });
}

export async function saveRetentionAction(form: FormData): Promise<ActionResult> {
  return staffAct("settings.write", async ({ staff, text, now }) => {
    const typed = String(form.get("retentionMonths") ?? "").trim();
    const retentionMonths = /^\d{1,3}$/.test(typed) ? Number(typed) : null;
    const input = readForm(eventRetentionInput, { retentionMonths }, text);
    if (!input.ok) return input.refusal;
    await changeEventRetention(staff, input.data, now);
    return { ok: true, message: text("common.saved") };
  });
}
