import type { AuditActor } from "@/features/audit/commands/record-audit";
import { adjustStock } from "@/features/stock/commands/adjust-stock";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/** One SKU of a file, amounts in fen. */
type Line = {
  code: string;
  title: string;
  optionName: string;
  category: string;
  unitPrice: bigint;
  listPrice: bigint | null;
  cost: bigint | null;
  /** Digits, or empty to leave the stock as it is. */
  stock: string;
  weightGrams: number;
};

type Imported = { ok: true } | { ok: false; column: string; fault: string };

/**
 * Takes one line of a file into the catalogue: a SKU with a known code is changed where it is, a new
 * one is added to the product of this title, which is made as a draft where there is none. Missing
 * categories are made. The stock is set to the number given.
 */
export async function importProductLine(
  tx: MerchantTx,
  input: { merchantId: string; line: Line; actor: AuditActor; now: Date },
): Promise<Imported> {
  const { merchantId, line } = input;
  const known = await tx.sku.findUnique({
    where: { merchantId_code: { merchantId, code: line.code } },
    select: { id: true, product: { select: { title: true } }, stock: { select: { onHand: true } } },
  });
  const amounts = {
    unitPriceFen: line.unitPrice,
    listPriceFen: line.listPrice,
    ...(line.cost !== null && { costFen: line.cost }),
    ...(line.weightGrams > 0 && { weightGrams: line.weightGrams }),
  };
  if (known && known.product.title !== line.title) {
    return { ok: false, column: "code", fault: "fault.otherProduct" };
  }
  const skuId = known?.id ?? newId();
  if (known) {
    await tx.sku.updateMany({
      where: { merchantId, id: skuId },
      data: { ...amounts, optionName: line.optionName },
    });
  } else {
    const productId = await findOrMakeProduct(tx, input);
    const position = await tx.sku.count({ where: { merchantId, productId } });
    const { code, optionName } = line;
    await tx.sku.createMany({
      data: [{ merchantId, id: skuId, productId, code, optionName, position, ...amounts }],
    });
  }
  return setStock(tx, { ...input, skuId, isNew: !known, onHand: known?.stock?.onHand ?? 0 });
}

async function setStock(
  tx: MerchantTx,
  change: {
    merchantId: string;
    line: Line;
    actor: AuditActor;
    now: Date;
    skuId: string;
    isNew: boolean;
    onHand: number;
  },
): Promise<Imported> {
  const { merchantId, line, actor, now, skuId, isNew, onHand } = change;
  if (line.stock === "" && !isNew) return { ok: true };
  const delta = Number(line.stock) - onHand;
  const reason = isNew ? "opening" : "imported";
  const adjusted = await adjustStock(tx, { merchantId, skuId, delta, reason, actor, now });
  if (adjusted.ok || adjusted.reason === "nothing_to_do") return { ok: true };
  return { ok: false, column: "stock", fault: "fault.belowReserved" };
}

async function findOrMakeProduct(
  tx: MerchantTx,
  { merchantId, line, now }: { merchantId: string; line: Line; now: Date },
): Promise<string> {
  const { title } = line;
  const present = await tx.product.findFirst({
    where: { merchantId, title },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (present) return present.id;
  const id = newId();
  const categoryId = await findOrMakeCategory(tx, merchantId, line.category);
  await tx.product.createMany({
    data: [
      {
        merchantId,
        id,
        slug: `p-${id.slice(-12)}`,
        title,
        status: "draft",
        categoryId,
        createdAt: now,
        updatedAt: now,
      },
    ],
  });
  return id;
}

async function findOrMakeCategory(
  tx: MerchantTx,
  merchantId: string,
  name: string,
): Promise<string> {
  const present = await tx.category.findFirst({
    where: { merchantId, name },
    select: { id: true },
  });
  if (present) return present.id;
  const id = newId();
  await tx.category.createMany({ data: [{ merchantId, id, slug: `c-${id.slice(-12)}`, name }] });
  return id;
}
