import type { Fen } from "@/domain/money/fen";
import { canReceive, judgeReceipt } from "@/domain/stock/purchase";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { Clerk, ReceiptInput } from "@/features/purchasing/schema";
import { enterReceipt } from "@/features/stock/commands/enter-receipt";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

export type ReceivedGoods =
  | { ok: true; state: "partly_received" | "received" }
  | { ok: false; reason: "not_found" | "not_open" | "nothing" }
  | { ok: false; reason: "unknown_line" | "over_receipt"; lineNo: number };

/**
 * A delivery is taken in, whole or in part: the lines of its purchase order, the stock with a movement
 * each and the moving-average cost of the SKUs, in one transaction. The purchase order's row is locked,
 * so that two deliveries at once cannot together bring more than was ordered; the same form sent twice
 * (its idempotency key) is taken in once.
 */
export async function receiveGoods(
  staff: Clerk,
  input: ReceiptInput,
  now: Date,
): Promise<ReceivedGoods> {
  const { merchantId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const order = await lockOrder(tx, merchantId, input.purchaseOrderId);
    if (!order) return { ok: false, reason: "not_found" };
    const { idempotencyKey, purchaseOrderId } = input;
    const before = await tx.goodsReceipt.findUnique({
      where: { merchantId_idempotencyKey: { merchantId, idempotencyKey } },
      select: { purchaseOrderId: true },
    });
    if (before) {
      if (before.purchaseOrderId !== purchaseOrderId) return { ok: false, reason: "not_found" };
      return { ok: true, state: order.state === "received" ? "received" : "partly_received" };
    }
    if (!canReceive(order.state)) return { ok: false, reason: "not_open" };
    const judged = judgeReceipt(order.lines, input.lines);
    if (!judged.ok) return judged;
    await takeIn(tx, { staff, input, lines: order.lines, state: judged.state, now });
    return { ok: true, state: judged.state };
  });
}

async function lockOrder(tx: MerchantTx, merchantId: string, id: string) {
  await tx.$queryRaw`
    select id from purchase_order
    where merchant_id = ${merchantId}::uuid and id = ${id}::uuid for no key update`;
  return tx.purchaseOrder.findUnique({
    where: { merchantId_id: { merchantId, id } },
    select: {
      state: true,
      lines: {
        orderBy: { lineNo: "asc" },
        select: { lineNo: true, skuId: true, units: true, unitCostFen: true, receivedUnits: true },
      },
    },
  });
}

type OrderLine = { lineNo: number; skuId: string; unitCostFen: Fen };

async function takeIn(
  tx: MerchantTx,
  receipt: {
    staff: Clerk;
    input: ReceiptInput;
    lines: readonly OrderLine[];
    state: "partly_received" | "received";
    now: Date;
  },
): Promise<void> {
  const { staff, input, lines, state, now } = receipt;
  const { merchantId, staffId } = staff;
  const { purchaseOrderId, idempotencyKey, note } = input;
  const receiptId = newId();
  const arrived = input.lines.flatMap(({ lineNo, units }) =>
    lines
      .filter((line) => line.lineNo === lineNo)
      .map(({ skuId, unitCostFen: eachFen }) => ({
        lineNo,
        skuId,
        units,
        costFen: eachFen * BigInt(units),
      })),
  );
  await tx.goodsReceipt.createMany({
    data: [
      {
        merchantId,
        id: receiptId,
        purchaseOrderId,
        idempotencyKey,
        note,
        createdAt: now,
        createdBy: staffId,
      },
    ],
  });
  await tx.receiptLine.createMany({
    data: arrived.map(({ lineNo, units, costFen }) => ({
      merchantId,
      receiptId,
      purchaseOrderId,
      lineNo,
      units,
      costFen,
    })),
  });
  for (const { lineNo, units } of arrived) {
    await tx.purchaseLine.update({
      where: { merchantId_purchaseOrderId_lineNo: { merchantId, purchaseOrderId, lineNo } },
      data: { receivedUnits: { increment: units } },
    });
  }
  await tx.purchaseOrder.update({
    where: { merchantId_id: { merchantId, id: purchaseOrderId } },
    data: { state, endedAt: state === "received" ? now : null },
  });
  await enterReceipt(tx, { merchantId, receiptId, arrived, staffId, now });
  const costFen = arrived.reduce((sum, line) => sum + line.costFen, 0n);
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "staff", id: staffId },
    action: "purchase_order.receive",
    objectKind: "purchase_order",
    objectId: purchaseOrderId,
    details: { receiptId, lines: arrived.length, costFen: costFen.toString() },
    now,
  });
}
