import { z } from "zod";
import type { Fen } from "@/domain/money/fen";
import { MAX_PURCHASE_UNITS, PURCHASE_STATES, type PurchaseState } from "@/domain/stock/purchase";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { yuanText } from "@/lib/forms/yuan-text";

/** Who of the merchant's staff acts. */
export type Clerk = { merchantId: AuthorizedMerchantId; staffId: string };

/** As many lines as one form can hold. */
export const MAX_SHEET_LINES = 150;

const wholeNumber = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,7}$/, "fault.number")
    .transform(Number)
    .refine((units) => units <= most, "fault.number");

const someUnits = wholeNumber(MAX_PURCHASE_UNITS).refine((units) => units > 0, "fault.number");

export const supplierInput = z.object({
  name: z.string().trim().min(1).max(60),
  contactName: z.string().trim().max(40),
  phone: z
    .string()
    .trim()
    .regex(/^[\d+() -]{0,30}$/, "fault.invalid"),
  leadDays: wholeNumber(365),
  note: z.string().trim().max(200),
  isActive: z.literal("yes").optional(),
});
export type SupplierInput = z.infer<typeof supplierInput>;

export const purchaseInput = z.object({
  supplierId: z.uuid(),
  note: z.string().trim().max(200),
  lines: z
    .array(z.object({ skuId: z.uuid(), units: someUnits, unitCostFen: yuanText }))
    .min(1, "fault.invalid")
    .max(MAX_SHEET_LINES),
});
export type PurchaseInput = z.infer<typeof purchaseInput>;

/** A line of a delivery form: nothing typed is nothing arrived. */
const arrivedLine = z.object({
  lineNo: wholeNumber(MAX_SHEET_LINES),
  units: z.union([z.literal("").transform(() => 0), wholeNumber(MAX_PURCHASE_UNITS)]),
});

export const receiptInput = z.object({
  purchaseOrderId: z.uuid(),
  idempotencyKey: z.uuid(),
  note: z.string().trim().max(200),
  lines: z
    .array(arrivedLine)
    .max(MAX_SHEET_LINES)
    .transform((lines) => lines.filter(({ units }) => units > 0)),
});
export type ReceiptInput = z.infer<typeof receiptInput>;

export const countInput = z.object({
  name: z.string().trim().min(1).max(40),
  /** Which products: all of them, or one category. */
  categoryId: z.union([z.uuid(), z.literal("")]),
});

const countedLine = z.object({
  lineNo: wholeNumber(MAX_SHEET_LINES),
  countedUnits: z.union([z.literal("").transform(() => null), wholeNumber(1_000_000)]),
  reason: z.string().trim().max(100),
});

export const countedInput = z.object({
  countId: z.uuid(),
  lines: z.array(countedLine).max(MAX_SHEET_LINES),
});
export type CountedInput = z.infer<typeof countedInput>;

export const purchaseFilterSchema = z.object({
  state: z.enum(PURCHASE_STATES).optional(),
  supplierId: z.uuid().optional(),
  cursor: z.string().max(100).optional(),
});
export type PurchaseFilter = z.infer<typeof purchaseFilterSchema>;

export type SupplierView = {
  supplierId: string;
  name: string;
  contactName: string;
  phone: string;
  leadDays: number;
  note: string;
  isActive: boolean;
  /** Purchase orders from which something is still to come. */
  openOrders: number;
};

export type PurchaseSummary = {
  purchaseOrderId: string;
  purchaseNo: string;
  supplierName: string;
  state: PurchaseState;
  skus: number;
  units: number;
  receivedUnits: number;
  amountFen: Fen;
  createdAt: Date;
};

export type PurchaseLineView = {
  lineNo: number;
  skuId: string;
  code: string;
  title: string;
  units: number;
  unitCostFen: Fen;
  receivedUnits: number;
};

export type ReceiptView = {
  receiptId: string;
  createdAt: Date;
  staffName: string;
  note: string;
  units: number;
  costFen: Fen;
};

export type PurchaseView = Omit<PurchaseSummary, "skus" | "units" | "receivedUnits"> & {
  supplierId: string;
  note: string;
  version: number;
  orderedAt: Date | null;
  endedAt: Date | null;
  lines: PurchaseLineView[];
  receipts: ReceiptView[];
};

export type CountSummary = {
  countId: string;
  name: string;
  state: "open" | "closed";
  openedAt: Date;
  lines: number;
  postedLines: number;
  differentLines: number;
};

export type CountLineView = {
  lineNo: number;
  skuId: string;
  code: string;
  title: string;
  expectedUnits: number;
  hasMoved: boolean;
  countedUnits: number | null;
  reason: string;
  isPosted: boolean;
};

export type CountView = Omit<CountSummary, "lines" | "postedLines" | "differentLines"> & {
  lines: CountLineView[];
};

/** A SKU as forms offer it. */
export type SkuChoice = {
  skuId: string;
  code: string;
  title: string;
  /** Of the last purchase, or as entered for the SKU. */
  unitCostFen: Fen;
};
