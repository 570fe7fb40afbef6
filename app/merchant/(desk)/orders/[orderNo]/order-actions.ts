"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { closeUnpaidOrder } from "@/features/orders/commands/close-unpaid-order";
import { shipOrder } from "@/features/orders/commands/ship-order";
import { shipOrderSchema } from "@/features/orders/schema";

export async function shipOrderAction(orderNo: string, form: FormData): Promise<ActionResult> {
  return staffAct("order.ship", async ({ staff, text, now }) => {
    const input = readForm(shipOrderSchema, { ...Object.fromEntries(form), orderNo }, text);
    if (!input.ok) return input.refusal;
    const shipped = await shipOrder(staff, input.data, now);
    if (!shipped.ok) return { ok: false, message: text(`orders.refusal.${shipped.reason}`) };
    return { ok: true, message: text("orders.shippedNow") };
  });
}

export async function closeOrderAction(orderNo: string): Promise<ActionResult> {
  return staffAct("order.close", async ({ staff, text, now }) => {
    // Not by the page's form, so not judged by a schema yet.
    const isNumber = shipOrderSchema.shape.orderNo.safeParse(orderNo).success;
    if (!isNumber) return { ok: false, message: text("orders.refusal.not_found") };
    const closed = await closeUnpaidOrder(staff, orderNo, now);
    if (!closed.ok) return { ok: false, message: text(`orders.refusal.${closed.reason}`) };
    return { ok: true, message: text("orders.closedNow") };
  });
}
