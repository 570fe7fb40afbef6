"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { dropTag } from "@/features/customers/commands/drop-tag";
import { tagSchema } from "@/features/customers/schema";

export async function dropTagAction(tag: string): Promise<ActionResult> {
  return staffAct("customer.write", async ({ staff, text, now }) => {
    const input = readForm(tagSchema, { tag }, text);
    if (!input.ok) return input.refusal;
    const { customers } = await dropTag(staff, input.data.tag, now);
    return {
      ok: true,
      message: text("customers.tags.dropped", { customers }),
      goTo: "/merchant/customers",
    };
  });
}
