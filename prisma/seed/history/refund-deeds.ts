import type { RefundKind } from "@/domain/refunds/refund-kind";
import { receiveRefundNotification } from "@/features/refunds/commands/receive-refund-notification";
import { requestRefund } from "@/features/refunds/commands/request-refund";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import type { Deed } from "@/prisma/seed/history/deed";
import type { Stage } from "@/prisma/seed/history/stage";
import { drainOutbox } from "@/prisma/seed/history/system-deeds";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { seededRandom } from "@/wechat-sandbox/crypto/seeded-random";
import { signNotification } from "@/wechat-sandbox/sign-notification";

/** As staff judge it, and in words for the customer. */
type Why = { kind: RefundKind; reason: string };
type Line = { lineNo: number; quantity: number; payableFen: bigint };
type Refundable = { orderNo: string; freightFen: bigint; lines: Line[] };
type Find = (tx: MerchantTx, stage: Stage, now: Date) => Promise<Refundable | null>;

const lineSelect = {
  orderNo: true,
  freightFen: true,
  lines: {
    orderBy: { lineNo: "asc" },
    select: { lineNo: true, quantity: true, payableFen: true },
  },
} as const;

/** One piece of the order that was received last comes back, or half of its price where it is one piece. */
export function refundPiece(atMs: number, why: Why): Deed {
  const find: Find = (tx, { shop }) =>
    tx.order.findFirst({
      where: { merchantId: shop.merchantId, state: "received", refunds: { none: {} } },
      orderBy: [{ receivedAt: "desc" }, { orderNo: "desc" }],
      select: lineSelect,
    });
  return refundDeed(atMs, why, find, ({ lines: [first] }) => {
    if (!first) throw new Error("an order without lines");
    const { lineNo, quantity, payableFen } = first;
    const isOne = quantity === 1;
    const amountFen = payableFen / (isOne ? 2n : BigInt(quantity));
    const line = { lineNo, quantity: isOne ? 0 : 1, amountFen, restockQuantity: 0 };
    return { lines: [line], freightFen: 0n };
  });
}

/**
 * An order comes back whole whose commission its distributor has withdrawn: the largest one of theirs.
 * What is not there any more they owe. Nothing happens where they never withdrew.
 */
export function refundWithdrawn(atMs: number, person: string, why: Why): Deed {
  const find: Find = async (tx, { shop, customers }) => {
    const { merchantId } = shop;
    const customerId = customers.get(person)?.scope.customerId ?? "";
    const distributor = { customerId, payouts: { some: { state: "paid" as const } } };
    const settled = await tx.commission.findFirst({
      where: { merchantId, level: 1, state: "settled", clawedBackFen: 0n, distributor },
      orderBy: [{ commissionFen: "desc" }, { accruedAt: "asc" }, { lineNo: "asc" }],
      select: { orderId: true },
    });
    const id = settled?.orderId ?? merchantId;
    return tx.order.findUnique({
      where: { merchantId_id: { merchantId, id } },
      select: lineSelect,
    });
  };
  return refundDeed(atMs, why, find, ({ freightFen, lines }) => ({
    freightFen,
    lines: lines.map(({ lineNo, quantity, payableFen: amountFen }) => ({
      lineNo,
      quantity,
      amountFen,
      restockQuantity: quantity,
    })),
  }));
}

type Parts = Pick<Parameters<typeof requestRefund>[1], "lines" | "freightFen">;

function refundDeed(
  atMs: number,
  why: Why,
  find: Find,
  partsOf: (order: Refundable) => Parts,
): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async (stage, now) => {
      const { merchantId, staffIds } = stage.shop;
      const order = await inMerchant(merchantId, (tx) => find(tx, stage, now));
      if (!order) return;
      const { orderNo } = order;
      const wish = { orderNo, ...partsOf(order), ...why, note: "", seenRefundedFen: 0n };
      const staff = { merchantId, staffId: staffIds.operator };
      const { outRefundNo } = expectOk(await requestRefund(staff, wish, { now }));
      await drainOutbox(stage, now);
      await receive(stage, outRefundNo, now);
    },
  };
}

/** WeChat reports that the customer has the money back. */
async function receive(stage: Stage, outRefundNo: string, now: Date): Promise<void> {
  const { shop, wechat, seed } = stage;
  const { mchId } = shop.wechat;
  const { body, headers } = signNotification({
    account: shop.wechat,
    resource: wechat.settleRefund({ mchId, outRefundNo }),
    nowSeconds: Math.floor(now.getTime() / 1000),
    random: seededRandom(`${seed}:refund:${outRefundNo}`),
  });
  const received = expectOk(
    await receiveRefundNotification({
      merchantId: shop.merchantId,
      rawBody: Buffer.from(body),
      headers: new Headers(headers),
      now,
    }),
  );
  if (received.outcome !== "applied") {
    throw new Error(`the refund ${outRefundNo} was not applied: ${received.outcome}`);
  }
}
