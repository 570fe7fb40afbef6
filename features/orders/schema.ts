import { z } from "zod";
import type { Fen } from "@/domain/money/fen";
import type { NextStep } from "@/domain/orders/next-step";
import { ORDER_STATES, type OrderState } from "@/domain/orders/order-state";
import { dayText } from "@/lib/forms/day-text";

/** Amounts travel between browser and server as strings of fen: JSON knows no bigint. */
const fenSchema = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);

/** What a checkout page sends. Quantities are judged by placeOrder, so that a wrong one has its own answer. */
export const placeOrderSchema = z.object({
  lines: z
    .array(z.object({ skuId: z.uuid(), quantity: z.unknown(), seenUnitPriceFen: fenSchema }))
    .max(100),
  addressId: z.uuid(),
  note: z.string().trim().max(200).default(""),
  /** Made by the browser once per checkout page: a double tap finds the first order. */
  idempotencyKey: z.string().regex(/^[\w-]{16,64}$/),
  seenPayableFen: fenSchema,
  fromCart: z.boolean(),
});
export type PlaceOrderInput = z.infer<typeof placeOrderSchema>;

export type PlaceOrderResult =
  | { ok: true; orderNo: string; payableFen: Fen }
  | { ok: false; reason: "empty" | "address_missing" | "not_delivered" }
  | { ok: false; reason: "bad_quantity" | "sku_gone"; skuIds: string[] }
  | { ok: false; reason: "sold_out"; lines: { skuId: string; left: number }[] }
  | {
      ok: false;
      reason: "price_changed";
      /** The lines whose price is another than the customer saw. */
      lines: { skuId: string; unitPriceFen: Fen }[];
      freightFen: Fen;
      payableFen: Fen;
    };

/** What an order would cost now. */
export type OrderQuote =
  | {
      ok: true;
      lines: {
        skuId: string;
        productTitle: string;
        optionName: string;
        pictureKey: string;
        left: number;
        quantity: number;
        unitPriceFen: Fen;
        listPriceFen: Fen | null;
        payableFen: Fen;
      }[];
      goodsFen: Fen;
      discountFen: Fen;
      freightFen: Fen | null;
      payableFen: Fen | null;
      /** Why freight and total are null. */
      fault: "address_missing" | "not_delivered" | null;
    }
  | { ok: false; reason: "empty" }
  | { ok: false; reason: "bad_quantity" | "sku_gone"; skuIds: string[] }
  | { ok: false; reason: "sold_out"; lines: { skuId: string; left: number }[] };

export const shipOrderSchema = z.object({
  orderNo: z.string().regex(/^\d{14}$/),
  carrier: z.string().trim().min(1).max(40),
  trackingNo: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{4,40}$/),
});
export type ShipOrderInput = z.infer<typeof shipOrderSchema>;

export const orderFilterSchema = z.object({
  state: z.enum(ORDER_STATES).optional(),
  /** Days in Shanghai, both included. */
  from: dayText.optional(),
  until: dayText.optional(),
  /** The beginning of an order number, or a part of the receiver's name or phone, or of a product's title. */
  text: z.string().trim().max(50).optional(),
  /** Level 1 or level 2 of the order. */
  distributorId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  /** With a refund that waits for a person: WeChat cannot pay it, or refused it. */
  refund: z.enum(["stuck"]).optional(),
  /** nextCursor of the page before. */
  cursor: z.string().max(100).optional(),
});
export type OrderFilter = z.infer<typeof orderFilterSchema>;

export type OrderLineView = {
  lineNo: number;
  productId: string;
  productSlug: string;
  skuId: string;
  productTitle: string;
  optionName: string;
  pictureKey: string;
  listPriceFen: Fen | null;
  unitPriceFen: Fen;
  quantity: number;
  proratedDiscountFen: Fen;
  payableFen: Fen;
};

export type CustomerOrderSummary = {
  orderNo: string;
  state: OrderState;
  nextStep: NextStep;
  createdAt: Date;
  paymentDueAt: Date;
  payableFen: Fen;
  /** Units over all lines. */
  quantity: number;
  lines: OrderLineView[];
};

export type ReceiverView = {
  name: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  detail: string;
};

export type OrderMoment = {
  kind: "placed" | "paid" | "shipped" | "received" | "closed" | "refunded";
  at: Date;
};

export type CustomerOrderView = CustomerOrderSummary & {
  goodsFen: Fen;
  discountFen: Fen;
  freightFen: Fen;
  refundedFen: Fen;
  receiver: ReceiverView;
  note: string;
  carrier: string;
  trackingNo: string;
  closeReason: string;
  /** When a shipped order counts as received by itself. */
  receivesItselfAt: Date | null;
  moments: OrderMoment[];
};

export type StaffOrderSummary = {
  orderNo: string;
  state: OrderState;
  createdAt: Date;
  payableFen: Fen;
  quantity: number;
  firstTitle: string;
  receiverName: string;
  province: string;
  city: string;
  level1: { distributorId: string; name: string } | null;
};

export type StaffOrderView = StaffOrderSummary & {
  orderId: string;
  customer: { customerId: string; nickname: string };
  goodsFen: Fen;
  discountFen: Fen;
  freightFen: Fen;
  paidFen: Fen;
  refundedFen: Fen;
  receiver: ReceiverView;
  note: string;
  carrier: string;
  trackingNo: string;
  closeReason: string;
  policyVersion: number;
  level2: { distributorId: string; name: string } | null;
  lines: (OrderLineView & { costFen: Fen; refundedFen: Fen })[];
  payments: {
    outTradeNo: string;
    transactionId: string | null;
    state: "created" | "success" | "closed" | "late";
    amountFen: Fen;
    createdAt: Date;
    succeededAt: Date | null;
  }[];
  refunds: {
    outRefundNo: string;
    state: "requested" | "processing" | "success" | "closed" | "abnormal";
    amountFen: Fen;
    reason: string;
    createdAt: Date;
    succeededAt: Date | null;
  }[];
  /** Promised (accruedAt null) until the order is paid, then booked. */
  commissions: {
    lineNo: number;
    level: number;
    distributorId: string;
    distributorName: string;
    baseFen: Fen;
    rateBps: number | null;
    fixedFenPerUnit: Fen | null;
    commissionFen: Fen;
    clawedBackFen: Fen;
    state: "promised" | "pending" | "settled" | "reversed" | "held";
    availableAt: Date | null;
  }[];
  timeline: { at: Date; action: string; actorKind: string; actorName: string }[];
};
