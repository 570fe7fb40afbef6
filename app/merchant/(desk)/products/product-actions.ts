"use server";

import { revalidatePath } from "next/cache";
import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { adjustSkuStock } from "@/features/catalogue/commands/adjust-sku-stock";
import { saveProduct } from "@/features/catalogue/commands/save-product";
import { productInput, stockChangeInput } from "@/features/catalogue/schema";
import { readRows, readTexts } from "@/lib/forms/read-rows";
import { isId } from "@/lib/ids/is-id";

/** @param productId null creates one */
export async function saveProductAction(
  productId: string | null,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("product.write", async ({ staff, text, now }) => {
    const seenUpdatedAt = new Date(String(form.get("seenUpdatedAt")));
    if (productId !== null && (!isId(productId) || Number.isNaN(seenUpdatedAt.getTime()))) {
      return { ok: false, message: text("common.gone") };
    }
    const input = readForm(
      productInput,
      {
        ...Object.fromEntries(form),
        sceneIds: readTexts(form, "sceneIds"),
        pictureIds: readTexts(form, "pictureIds"),
        skus: readRows(form, "skus"),
      },
      text,
    );
    if (!input.ok) return input.refusal;
    const key = productId === null ? null : { productId, seenUpdatedAt };
    const saved = await saveProduct(staff, key, input.data, now);
    if (!saved.ok) {
      const message = text(`products.refusal.${saved.reason}`);
      const fields = { code_taken: "code", sku_missing: "code" } as const;
      if (!("index" in saved)) return { ok: false, message };
      const name = `skus.${saved.index}.${fields[saved.reason]}`;
      return { ok: false, message: text("common.checkFields"), faults: { [name]: message } };
    }
    revalidatePath("/merchant/products");
    if (productId !== null) return { ok: true, message: text("common.saved") };
    const goTo = `/merchant/products/${saved.productId}`;
    return { ok: true, message: text("products.created"), goTo };
  });
}

export async function adjustStockAction(form: FormData): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    const input = readForm(stockChangeInput, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const adjusted = await adjustSkuStock(staff, input.data, now);
    if (!adjusted.ok)
      return { ok: false, message: text(`products.stockRefusal.${adjusted.reason}`) };
    return { ok: true, message: text("products.stockNow", { onHand: adjusted.onHand }) };
  });
}
