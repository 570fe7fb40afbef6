import { z } from "zod";
import type { PictureView } from "@/components/phone/picture";
import type { Fen } from "@/domain/money/fen";
import { optionalYuanText, yuanText } from "@/lib/forms/yuan-text";

/** A product as lists show it. */
export type ProductCardView = {
  productId: string;
  slug: string;
  title: string;
  subtitle: string;
  picture: PictureView | null;
  /** The lowest price among the SKUs on sale. */
  lowestPriceFen: Fen;
  hasSeveralPrices: boolean;
  /** The struck price of the cheapest SKU, where it has one. */
  listPriceFen: Fen | null;
  soldOut: boolean;
};

/** What is sold: one option of a product with its price and what is left of it now. */
export type OfferView = {
  skuId: string;
  optionName: string;
  unitPriceFen: Fen;
  listPriceFen: Fen | null;
  left: number;
};

/** An offer on its way to the browser: JSON knows no bigint. */
export type OfferJson = Omit<OfferView, "unitPriceFen" | "listPriceFen"> & {
  unitPriceFen: string;
  listPriceFen: string | null;
};

export type ProductView = {
  productId: string;
  slug: string;
  title: string;
  subtitle: string;
  description: string;
  specifications: { name: string; value: string }[];
  category: { slug: string; name: string };
  pictures: PictureView[];
  offers: OfferView[];
  freight: FreightSummary | null;
};

/** What a product page can say about freight before it knows the address. */
export type FreightSummary = {
  freeFromFen: Fen | null;
  /** What the first units cost where no province is named. Null: only named provinces are served. */
  usualFirstFen: Fen | null;
  refusedProvinces: string[];
};

export type CategoryView = {
  slug: string;
  name: string;
  productCount: number;
  picture: PictureView | null;
};

export type SceneView = {
  slug: string;
  title: string;
  description: string;
  picture: PictureView | null;
};

/** Which products a list asks for; all conditions hold together. */
export type ProductFilter = {
  categorySlug?: string | undefined;
  sceneSlug?: string | undefined;
  /** Every term must occur in title, subtitle, an option, the category or a scene. */
  terms?: readonly string[] | undefined;
};

/** A page of a list; `next` is the cursor of the page after it, null on the last. */
export type ProductPage = { products: ProductCardView[]; next: string | null };

const maxSearchLength = 40;
const maxSearchTerms = 5;

/**
 * What a person typed, cut into terms: full-width signs as their plain forms, spaces collapsed, at
 * most 40 characters and five terms.
 */
export function parseSearch(value: string | string[] | undefined): {
  text: string;
  terms: string[];
} {
  const typed = (Array.isArray(value) ? value[0] : value) ?? "";
  // Control characters too: Postgres refuses a zero byte in a text.
  const plain = typed.normalize("NFKC").replace(/[\s\p{Cc}]+/gu, " ");
  const text = Array.from(plain.trim()).slice(0, maxSearchLength).join("").trim();
  return { text, terms: text === "" ? [] : text.split(" ").slice(0, maxSearchTerms) };
}

const cursorPattern = /^(-?\d{1,9})~([0-9a-f-]{36})$/;

/** Reads a cursor made by writeCursor; null for anything else. */
export function parseCursor(
  value: string | string[] | undefined,
): { position: number; id: string } | null {
  const match = typeof value === "string" ? cursorPattern.exec(value) : null;
  return match?.[1] && match[2] ? { position: Number(match[1]), id: match[2] } : null;
}

export function writeCursor(last: { position: number; id: string }): string {
  return `${last.position}~${last.id}`;
}

/** Offers as JSON for the browser. */
export function toOfferJson(offer: OfferView): OfferJson {
  const { unitPriceFen, listPriceFen, ...rest } = offer;
  return {
    ...rest,
    unitPriceFen: unitPriceFen.toString(),
    listPriceFen: listPriceFen?.toString() ?? null,
  };
}

const units = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, "fault.number")
  .transform(Number);

/** One SKU of the dashboard's product form. */
const skuInput = z
  .object({
    /** Empty for a SKU that is added. */
    id: z.union([z.uuid(), z.literal("")]),
    code: z.string().trim().min(1).max(40),
    optionName: z.string().trim().max(40),
    unitPriceFen: yuanText.refine((fen) => fen > 0n, "fault.invalid"),
    listPriceFen: optionalYuanText,
    costFen: yuanText,
    weightGrams: units,
    isActive: z.literal("yes").optional(),
    openingStock: units.optional(),
  })
  .refine((sku) => sku.listPriceFen === null || sku.listPriceFen >= sku.unitPriceFen, {
    path: ["listPriceFen"],
    message: "fault.listBelowPrice",
  });

/** A product as the dashboard's form sends it, with all its SKUs, pictures and scenes. */
export const productInput = z.object({
  title: z.string().trim().min(1).max(60),
  subtitle: z.string().trim().max(100),
  description: z.string().trim().max(10_000),
  /** One "name：value" a line. */
  specifications: z.string().max(4_000).transform(readSpecifications),
  slug: z.string().regex(/^([a-z0-9][a-z0-9-]{0,59})?$/),
  status: z.enum(["draft", "active", "archived"]),
  categoryId: z.uuid(),
  freightTemplateId: z.union([z.uuid(), z.literal("")]),
  sceneIds: z.array(z.uuid()).max(50),
  pictureIds: z.array(z.uuid()).max(12, "fault.tooManyPictures"),
  skus: z.array(skuInput).min(1, "fault.skuNeeded").max(100),
});
export type ProductInput = z.infer<typeof productInput>;

function readSpecifications(text: string): { name: string; value: string }[] {
  return text.split("\n").flatMap((line) => {
    const [name = "", ...rest] = line.split(/[:：]/);
    const value = rest.join(":").trim();
    return name.trim() && value ? [{ name: name.trim(), value }] : [];
  });
}

/** A change of stock by hand: how many units more or fewer, and why. */
export const stockChangeInput = z.object({
  skuId: z.uuid(),
  delta: z
    .string()
    .trim()
    .regex(/^[+-]?\d{1,6}$/, "fault.number")
    .transform(Number),
  note: z.string().trim().min(1).max(200),
});

const shelfSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const shelfPosition = z
  .string()
  .regex(/^\d{1,4}$/, "fault.number")
  .transform(Number);

/** A category or scene as the dashboard's form sends it. */
export const categoryInput = z.object({
  name: z.string().trim().min(1).max(20),
  slug: shelfSlug,
  position: shelfPosition,
});
export type CategoryInput = z.infer<typeof categoryInput>;

export const sceneInput = z.object({
  title: z.string().trim().min(1).max(20),
  slug: shelfSlug,
  description: z.string().trim().max(100),
  position: shelfPosition,
});
export type SceneInput = z.infer<typeof sceneInput>;

export const productFilterSchema = z.object({
  text: z.string().trim().max(50).optional(),
  status: z.enum(["draft", "active", "archived"]).optional(),
  categoryId: z.uuid().optional(),
  stock: z.literal("low").optional(),
  cursor: z.string().max(100).optional(),
});
export type StaffProductFilter = z.infer<typeof productFilterSchema>;

const freightRuleInput = z.object({
  /** Names of provinces, separated by commas or spaces; empty is "everywhere else". */
  provinces: z
    .string()
    .max(400)
    .transform((text) => text.split(/[,，、\s]+/).filter(Boolean)),
  firstQuantity: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "fault.number")
    .transform(Number),
  firstFen: yuanText,
  nextQuantity: z
    .string()
    .regex(/^\d{1,4}$/, "fault.number")
    .transform(Number),
  nextFen: yuanText,
  refused: z.literal("yes").optional(),
});

/** A freight template as the dashboard's form sends it. */
export const freightTemplateInput = z.object({
  name: z.string().trim().min(1).max(30),
  isDefault: z.literal("yes").optional(),
  freeFromFen: optionalYuanText,
  rules: z.array(freightRuleInput).min(1).max(40),
});
export type FreightTemplateInput = z.infer<typeof freightTemplateInput>;
