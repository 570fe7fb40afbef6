import { z } from "zod";
import type { Fen } from "@/domain/money/fen";
import { HAND_REASONS, type HandReason } from "@/domain/stock/movement-reason";
import type { StockAmount, StockReport } from "@/domain/stock/stock-report";
import { dayText } from "@/lib/forms/day-text";

/** A part of the shop whose goods are asked about; all of them where it cuts by something else. */
export type StockPart = { kind: string; key: string };

/** One SKU of the purchase-sales-stock report. */
export type SkuReport = {
  skuId: string;
  code: string;
  title: string;
  report: StockReport;
  valueDaysFen: Fen;
};

export type SlowMover = {
  skuId: string;
  code: string;
  title: string;
  onHand: StockAmount;
  /** "YYYY-MM-DD"; null where it was never sold. */
  lastSoldDay: string | null;
  /** Since it was sold last, or since it came. */
  stillDays: number;
};

export type ReorderRow = {
  skuId: string;
  code: string;
  title: string;
  supplierId: string | null;
  supplierName: string;
  leadDays: number;
  soldUnits: number;
  soldDays: number;
  onHand: number;
  onOrder: number;
  unitCostFen: Fen;
  units: number;
};

export type StockView = {
  skuId: string;
  productId: string;
  code: string;
  title: string;
  isOnSale: boolean;
  onHand: number;
  reserved: number;
  onOrder: number;
  valueFen: Fen;
};

export type MovementView = {
  movementId: string;
  at: Date;
  skuId: string;
  code: string;
  title: string;
  reason: string;
  delta: number;
  valueFen: Fen;
  note: string;
  staffName: string;
  /** The order or purchase order that it belongs to. */
  orderNo: string | null;
  purchaseOrderId: string | null;
  purchaseNo: string | null;
};

export const stockFilterSchema = z.object({
  text: z.string().trim().max(50).optional(),
  level: z.enum(["empty", "low"]).optional(),
  cursor: z.string().max(100).optional(),
});
export type StockFilter = z.infer<typeof stockFilterSchema>;

export const movementFilterSchema = z.object({
  skuId: z.uuid().optional(),
  flow: z.enum(["received", "sold", "returned", "adjusted"]).optional(),
  /** Of one category, scene or product, as boards name it: "category:ID". */
  part: z
    .string()
    .regex(/^(category|scene|product):.{1,100}$/)
    .optional(),
  /** Days in Shanghai, both included. */
  from: dayText.optional(),
  until: dayText.optional(),
  cursor: z.string().max(100).optional(),
});
export type MovementFilter = z.infer<typeof movementFilterSchema>;

const handReasons = Object.keys(HAND_REASONS) as [HandReason, ...HandReason[]];

/** A correction by hand: the reason says whether the units come or go. */
export const correctionInput = z.object({
  skuId: z.uuid(),
  reason: z.enum(handReasons),
  units: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,5}$/, "fault.number")
    .transform(Number),
  note: z.string().trim().min(1).max(200),
});
