"use server";

import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { readForm } from "@/app/merchant/read-form";
import type { ActionResult } from "@/components/ui/action-result";
import { setUpInstallation } from "@/features/staff/commands/set-up-installation";
import { setUpSchema } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";

/** Nobody can be signed in yet: the one-time code is the proof. The shop gets the host that was asked. */
export async function setUpAction(form: FormData): Promise<ActionResult> {
  const text = await getTranslations();
  const input = readForm(setUpSchema, Object.fromEntries(form), text);
  if (!input.ok) return input.refusal;
  const host = ((await headers()).get("host") ?? "").toLowerCase().replace(/:\d+$/, "");
  const result = await setUpInstallation({ ...input.data, host }, systemClock());
  if (result.ok) return { ok: true, goTo: "/merchant/sign-in" };
  return { ok: false, message: text(`setUp.refusal.${result.reason}`) };
}
