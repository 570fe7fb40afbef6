import { recordAudit } from "@/features/audit/commands/record-audit";
import { replaceProductPlaces } from "@/features/catalogue/commands/replace-product-places";
import { saveSkus } from "@/features/catalogue/commands/save-skus";
import {
  findProductFault,
  type ProductFault,
} from "@/features/catalogue/queries/find-product-fault";
import type { ProductInput } from "@/features/catalogue/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

type SavedProduct =
  | { ok: true; productId: string }
  | { ok: false; reason: "not_found" | "changed_meanwhile" | "slug_taken" }
  | ProductFault;

/** Which product is meant: a new one, or one in the state that the person saw. */
type ProductKey = { productId: string; seenUpdatedAt: Date } | null;

/**
 * Saves a product with its SKUs, pictures and scenes, all or nothing. Two people who edit the same
 * product: the second one is told instead of overwriting the first.
 */
export async function saveProduct(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  key: ProductKey,
  input: ProductInput,
  now: Date,
): Promise<SavedProduct> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx): Promise<SavedProduct> => {
    const productId = key?.productId ?? newId();
    const fault = await findProductFault(tx, { merchantId, productId, input });
    if (fault) return fault;
    const written = await (key
      ? updateRow(tx, merchantId, key, input, now)
      : insertRow(tx, merchantId, productId, input, now));
    if (written !== "written") return { ok: false, reason: written };
    const actor = { kind: "staff", id: staffId } as const;
    await saveSkus(tx, { merchantId, productId, skus: input.skus, actor, now });
    await replaceProductPlaces(tx, { merchantId, productId, ...input });
    await recordAudit(tx, {
      merchantId,
      actor,
      action: key ? "product.change" : "product.create",
      objectKind: "product",
      objectId: productId,
      details: { status: input.status, skus: input.skus.length },
      now,
    });
    return { ok: true, productId };
  });
}

function columnsOf(input: ProductInput, now: Date) {
  const { title, subtitle, description, specifications, status, categoryId } = input;
  const freightTemplateId = input.freightTemplateId || null;
  const words = { title, subtitle, description, specifications };
  return { ...words, status, categoryId, freightTemplateId, updatedAt: now };
}

async function insertRow(
  tx: MerchantTx,
  merchantId: string,
  id: string,
  input: ProductInput,
  now: Date,
): Promise<"written" | "slug_taken"> {
  const slug = input.slug || `p-${id.slice(-12)}`;
  const { count } = await tx.product.createMany({
    data: [{ merchantId, id, slug, createdAt: now, ...columnsOf(input, now) }],
    skipDuplicates: true,
  });
  return count === 1 ? "written" : "slug_taken";
}

/** The address of a product stays: it stands in chats and on paper. */
async function updateRow(
  tx: MerchantTx,
  merchantId: string,
  { productId, seenUpdatedAt }: { productId: string; seenUpdatedAt: Date },
  input: ProductInput,
  now: Date,
): Promise<"written" | "changed_meanwhile" | "not_found"> {
  const { count } = await tx.product.updateMany({
    where: { merchantId, id: productId, updatedAt: seenUpdatedAt },
    data: columnsOf(input, now),
  });
  if (count === 1) return "written";
  const exists = await tx.product.count({ where: { merchantId, id: productId } });
  return exists ? "changed_meanwhile" : "not_found";
}
