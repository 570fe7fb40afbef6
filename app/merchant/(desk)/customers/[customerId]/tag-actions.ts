"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { tagCustomer } from "@/features/customers/commands/tag-customer";
import { untagCustomer } from "@/features/customers/commands/untag-customer";
import { MAX_TAGS, tagSchema } from "@/features/customers/schema";
import { isId } from "@/lib/ids/is-id";

export async function tagCustomerAction(customerId: string, form: FormData): Promise<ActionResult> {
  return staffAct("customer.write", async ({ staff, text, now }) => {
    const input = readForm(tagSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(customerId)) return { ok: false, message: text("common.gone") };
    const tagged = await tagCustomer(staff, { customerId, ...input.data }, now);
    if (tagged.ok) return { ok: true, message: text("customers.tags.added") };
    return tagged.reason === "not_found"
      ? { ok: false, message: text("common.gone") }
      : { ok: false, message: text("customers.tags.tooMany", { most: MAX_TAGS }) };
  });
}

export async function untagCustomerAction(customerId: string, tag: string): Promise<ActionResult> {
  return staffAct("customer.write", async ({ staff, text, now }) => {
    const input = readForm(tagSchema, { tag }, text);
    if (!input.ok) return input.refusal;
    if (!isId(customerId)) return { ok: false, message: text("common.gone") };
    const untagged = await untagCustomer(staff, { customerId, ...input.data }, now);
    return untagged.ok
      ? { ok: true, message: text("customers.tags.removed") }
      : { ok: false, message: text("common.gone") };
  });
}
