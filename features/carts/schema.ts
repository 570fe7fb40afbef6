import { z } from "zod";
import type { PictureView } from "@/components/phone/picture";
import type { Fen } from "@/domain/money/fen";
import type { CartLineState } from "@/domain/orders/cart-line-state";
import type { MerchantScope } from "@/features/merchants/schema";

/** A cart takes this many different things; above it a slip or a script is likelier than a purchase. */
export const maxCartLines = 100;

/** Whose cart: the customer's once signed in, until then the browser's. */
export type CartOwner = Pick<MerchantScope, "merchantId"> & {
  visitorId: string;
  customerId: string | null;
};

/** Amounts travel as strings of fen. */
const fenTextSchema = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);

/** Quantities are judged by the commands, so that a wrong one has its own answer. */
export const addToCartSchema = z.object({
  skuId: z.uuid(),
  quantity: z.unknown(),
  seenUnitPriceFen: fenTextSchema,
});
export type AddToCartInput = z.infer<typeof addToCartSchema>;

export const setQuantitySchema = z.object({ skuId: z.uuid(), quantity: z.unknown() });
export type SetQuantityInput = z.infer<typeof setQuantitySchema>;

export const cartSkuSchema = z.object({ skuId: z.uuid() });

export type CartLineView = {
  skuId: string;
  slug: string;
  title: string;
  optionName: string;
  picture: PictureView | null;
  quantity: number;
  seenUnitPriceFen: Fen;
  unitPriceFen: Fen;
  left: number;
  state: CartLineState;
};

export type CartView = { lines: CartLineView[]; count: number };
