"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { cancelPurchaseOrder } from "@/features/purchasing/commands/cancel-purchase-order";
import { placePurchaseOrder } from "@/features/purchasing/commands/place-purchase-order";
import { receiveGoods } from "@/features/purchasing/commands/receive-goods";
import { savePurchaseOrder } from "@/features/purchasing/commands/save-purchase-order";
import { purchaseInput, receiptInput } from "@/features/purchasing/schema";
import { readRows } from "@/lib/forms/read-rows";
import { isId } from "@/lib/ids/is-id";
import { secureRandom } from "@/lib/ids/random-code";

const isVersion = (version: number) => Number.isSafeInteger(version) && version < 2 ** 31;

/**
 * @param purchaseOrderId the draft that is changed; null drafts a new one
 * @param version of the draft as it was seen
 */
export async function savePurchaseAction(
  purchaseOrderId: string | null,
  version: number,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    if (purchaseOrderId !== null && !(isId(purchaseOrderId) && isVersion(version))) {
      return { ok: false, message: text("stock.purchase.refusal.not_found") };
    }
    const typed = { ...Object.fromEntries(form), lines: readRows(form, "lines") };
    const input = readForm(purchaseInput, typed, text);
    if (!input.ok) return input.refusal;
    const at = { now, random: secureRandom };
    const seen = purchaseOrderId === null ? null : { purchaseOrderId, version };
    const saved = await savePurchaseOrder(staff, seen, input.data, at);
    if (saved.ok) {
      const goTo = `/merchant/stock/purchases/${saved.purchaseOrderId}`;
      return { ok: true, message: text("stock.purchase.saved"), goTo };
    }
    const message = text(`stock.purchase.refusal.${saved.reason}`);
    if (saved.reason === "supplier_missing") {
      return { ok: false, message, faults: { supplierId: message } };
    }
    if (!("index" in saved)) return { ok: false, message };
    return { ok: false, message, faults: { [`lines.${saved.index}.skuId`]: message } };
  });
}

/** @param version of the draft as it was seen */
export async function placePurchaseAction(
  purchaseOrderId: string,
  version: number,
): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    if (!isId(purchaseOrderId) || !isVersion(version)) {
      return { ok: false, message: text("stock.purchase.refusal.not_found") };
    }
    const placed = await placePurchaseOrder(staff, { purchaseOrderId, version }, now);
    return placed.ok
      ? { ok: true, message: text("stock.purchase.placed") }
      : { ok: false, message: text(`stock.purchase.refusal.${placed.reason}`) };
  });
}

export async function cancelPurchaseAction(purchaseOrderId: string): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    if (!isId(purchaseOrderId)) {
      return { ok: false, message: text("stock.purchase.refusal.not_found") };
    }
    const cancelled = await cancelPurchaseOrder(staff, { purchaseOrderId }, now);
    return cancelled.ok
      ? { ok: true, message: text("stock.purchase.cancelled") }
      : { ok: false, message: text(`stock.purchase.refusal.${cancelled.reason}`) };
  });
}

export async function receiveGoodsAction(
  purchaseOrderId: string,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("stock.write", async ({ staff, text, now }) => {
    const rows = readRows(form, "lines");
    const typed = { ...Object.fromEntries(form), purchaseOrderId, lines: rows };
    const input = readForm(receiptInput, typed, text);
    if (!input.ok) return input.refusal;
    const received = await receiveGoods(staff, input.data, now);
    if (received.ok) {
      const word = received.state === "received" ? "whole" : "partly";
      return { ok: true, message: text(`stock.purchase.${word}`) };
    }
    const message = text(`stock.purchase.refusal.${received.reason}`);
    if (!("lineNo" in received)) return { ok: false, message };
    const index = rows.findIndex(({ lineNo }) => lineNo === String(received.lineNo));
    return { ok: false, message, faults: { [`lines.${index}.units`]: message } };
  });
}
