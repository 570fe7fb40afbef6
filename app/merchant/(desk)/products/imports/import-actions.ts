"use server";

import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { startProductImport } from "@/features/imports/commands/start-product-import";
import { isId } from "@/lib/ids/is-id";

export async function startImportAction(importId: string): Promise<ActionResult> {
  return staffAct("product.write", async ({ staff, text, now }) => {
    const started = isId(importId) && (await startProductImport(staff, importId, now)).ok;
    if (!started) return { ok: false, message: text("imports.refusal.not_previewed") };
    return { ok: true, message: text("imports.started") };
  });
}
