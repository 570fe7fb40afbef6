"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { HAND_REASONS } from "@/domain/stock/movement-reason";
import { adjustSkuStock } from "@/features/catalogue/commands/adjust-sku-stock";
import { saveSupplier } from "@/features/purchasing/commands/save-supplier";
import { supplierInput } from "@/features/purchasing/schema";
import { correctionInput } from "@/features/stock/schema";
import { isId } from "@/lib/ids/is-id";

export async function correctStockAction(form: FormData): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    const input = readForm(correctionInput, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const { units, ...change } = input.data;
    const delta = units * HAND_REASONS[change.reason];
    const adjusted = await adjustSkuStock(staff, { ...change, delta }, now);
    if (!adjusted.ok) {
      return { ok: false, message: text(`stock.correction.refusal.${adjusted.reason}`) };
    }
    return { ok: true, message: text("stock.correction.done", { onHand: adjusted.onHand }) };
  });
}

/** @param supplierId null adds one */
export async function saveSupplierAction(
  supplierId: string | null,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    if (supplierId !== null && !isId(supplierId)) {
      return { ok: false, message: text("stock.supplier.refusal.not_found") };
    }
    const input = readForm(supplierInput, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const saved = await saveSupplier(staff, supplierId, input.data, now);
    if (saved.ok) return { ok: true, message: text("stock.supplier.saved") };
    const message = text(`stock.supplier.refusal.${saved.reason}`);
    return saved.reason === "name_taken"
      ? { ok: false, message, faults: { name: message } }
      : { ok: false, message };
  });
}
