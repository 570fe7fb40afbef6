"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { rebindCustomer } from "@/features/bindings/commands/rebind-customer";
import { rebindFormSchema } from "@/features/bindings/schema";
import { isId } from "@/lib/ids/is-id";

export async function rebindAction(customerId: string, form: FormData): Promise<ActionResult> {
  return staffAct("binding.write", async ({ staff, text, now }) => {
    const input = readForm(rebindFormSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(customerId)) return { ok: false, message: text("common.gone") };
    const rebound = await rebindCustomer(staff, { customerId, ...input.data }, now);
    if (!rebound.ok) {
      return { ok: false, message: text(`customers.rebind.refusal.${rebound.reason}`) };
    }
    const done = input.data.distributorId === null ? "released" : "done";
    return { ok: true, message: text(`customers.rebind.${done}`) };
  });
}
