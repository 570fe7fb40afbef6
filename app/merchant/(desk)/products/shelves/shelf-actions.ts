"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { deleteCategory } from "@/features/catalogue/commands/delete-category";
import { deleteScene } from "@/features/catalogue/commands/delete-scene";
import { saveCategory } from "@/features/catalogue/commands/save-category";
import { saveScene } from "@/features/catalogue/commands/save-scene";
import { categoryInput, sceneInput } from "@/features/catalogue/schema";
import { isId } from "@/lib/ids/is-id";

const knownId = (id: string | null) => id === null || isId(id);

export async function saveCategoryAction(id: string | null, form: FormData): Promise<ActionResult> {
  return staffAct("product.write", async ({ staff, text, now }) => {
    const input = readForm(categoryInput, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!knownId(id)) return { ok: false, message: text("common.gone") };
    const saved = await saveCategory(staff, id, input.data, now);
    if (!saved.ok) return { ok: false, message: text(`products.shelfRefusal.${saved.reason}`) };
    return { ok: true, message: text("common.saved") };
  });
}

export async function saveSceneAction(id: string | null, form: FormData): Promise<ActionResult> {
  return staffAct("product.write", async ({ staff, text, now }) => {
    const input = readForm(sceneInput, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!knownId(id)) return { ok: false, message: text("common.gone") };
    const saved = await saveScene(staff, id, input.data, now);
    if (!saved.ok) return { ok: false, message: text(`products.shelfRefusal.${saved.reason}`) };
    return { ok: true, message: text("common.saved") };
  });
}

export async function deleteCategoryAction(id: string): Promise<ActionResult> {
  return staffAct("product.write", async ({ staff, text, now }) => {
    const deleted = isId(id) && (await deleteCategory(staff, id, now)).ok;
    if (!deleted) return { ok: false, message: text("products.shelfRefusal.not_empty") };
    return { ok: true, message: text("products.deleted") };
  });
}

export async function deleteSceneAction(id: string): Promise<ActionResult> {
  return staffAct("product.write", async ({ staff, text, now }) => {
    const deleted = isId(id) && (await deleteScene(staff, id, now)).ok;
    if (!deleted) return { ok: false, message: text("common.gone") };
    return { ok: true, message: text("products.deleted") };
  });
}
