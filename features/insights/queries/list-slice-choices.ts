import { listShelves } from "@/features/catalogue/queries/list-shelves";
import { listDistributorNames } from "@/features/distributors/queries/list-distributor-names";
import {
  BOARD_SLICES,
  type BoardRequest,
  type BoardSlice,
  type Slice,
  type SliceChoices,
} from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Codes of an order history can be many: products are chosen from their board, not from a list. */
const listed: readonly BoardSlice[] = ["channel", "scene", "category", "distributor", "region"];

/**
 * The parts that a board can be narrowed to: those that have figures, with the names that they have
 * now (a channel's is its key: the page words it). A product is only among them when it is in force.
 */
export async function listSliceChoices(
  tx: MerchantTx,
  { merchantId, request }: { merchantId: string; request: BoardRequest },
): Promise<SliceChoices> {
  const slices = await tx.slice.findMany({
    where: { merchantId, kind: { in: [...listed] } },
    orderBy: [{ kind: "asc" }, { key: "asc" }],
    select: { kind: true, key: true },
  });
  const shelves = await listShelves(tx, { merchantId });
  const distributors = await listDistributorNames(tx, { merchantId });
  const names: Record<BoardSlice, ReadonlyMap<string, string>> = {
    channel: new Map(slices.map(({ key }) => [key, key])),
    scene: new Map(shelves.scenes.map(({ id, title }) => [id, title])),
    category: new Map(shelves.categories.map(({ id, name }) => [id, name])),
    distributor: new Map(distributors.map(({ distributorId, name }) => [distributorId, name])),
    region: new Map(slices.map(({ key }) => [key, key])),
    product: request.ok ? await findProductTitle(tx, merchantId, request.slice) : new Map(),
  };
  const choices: SliceChoices = {
    channel: [],
    scene: [],
    category: [],
    distributor: [],
    region: [],
    product: [...names.product].map(([key, name]) => ({ key, name })),
  };
  for (const { kind, key } of slices) {
    const ours = BOARD_SLICES.find((one) => one === kind);
    const name = ours && names[ours].get(key);
    if (ours && name) choices[ours].push({ key, name });
  }
  return choices;
}

async function findProductTitle(
  tx: MerchantTx,
  merchantId: string,
  { kind, key }: Slice,
): Promise<ReadonlyMap<string, string>> {
  if (kind !== "product") return new Map();
  const isId = /^[0-9a-f-]{36}$/.test(key);
  const product = isId
    ? await tx.product.findFirst({ where: { merchantId, id: key }, select: { title: true } })
    : null;
  return new Map([[key, product?.title ?? key]]);
}
