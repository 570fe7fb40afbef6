import { listShelves } from "@/features/catalogue/queries/list-shelves";
import type { BoardRequest, Slice, SliceChoices } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A list to choose from: who is not on it is reached from the board of distributors. */
const mostDistributors = 200;
const mostSlices = 500;

/**
 * The parts that a board can be narrowed to: those that have figures, with the names that they have
 * now (a channel's is its key: the page words it). Of products, and of distributors beyond the list,
 * the one in force.
 */
export async function listSliceChoices(
  tx: MerchantTx,
  { merchantId, request }: { merchantId: string; request: BoardRequest },
): Promise<SliceChoices> {
  const chosen: Slice = request.ok ? request.slice : { kind: "all", key: "" };
  const slices = await tx.slice.findMany({
    where: { merchantId, kind: { in: ["channel", "scene", "category", "region"] } },
    orderBy: [{ kind: "asc" }, { key: "asc" }],
    take: mostSlices,
    select: { kind: true, key: true },
  });
  const { scenes, categories } = await listShelves(tx, { merchantId });
  const keysOf = (kind: "channel" | "scene" | "category" | "region") =>
    slices.filter((slice) => slice.kind === kind).map(({ key }) => key);
  const named = (keys: readonly string[], all: readonly { id: string; name: string }[]) =>
    all.filter(({ id }) => keys.includes(id)).map(({ id, name }) => ({ key: id, name }));
  const plain = (keys: readonly string[]) => keys.map((key) => ({ key, name: key }));
  return {
    channel: plain(keysOf("channel")),
    scene: named(
      keysOf("scene"),
      scenes.map(({ id, title }) => ({ id, name: title })),
    ),
    category: named(keysOf("category"), categories),
    distributor: await listDistributors(tx, merchantId, chosen),
    region: plain(keysOf("region")),
    product: chosen.kind === "product" ? [await nameProduct(tx, merchantId, chosen.key)] : [],
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function listDistributors(tx: MerchantTx, merchantId: string, { kind, key }: Slice) {
  const select = { id: true, displayName: true } as const;
  const rows = await tx.distributor.findMany({
    where: { merchantId, status: { in: ["approved", "frozen"] } },
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    take: mostDistributors,
    select,
  });
  const isMissing = kind === "distributor" && uuid.test(key) && !rows.some(({ id }) => id === key);
  const one = isMissing
    ? await tx.distributor.findFirst({ where: { merchantId, id: key }, select })
    : null;
  return [...rows, ...(one ? [one] : [])].map(({ id, displayName }) => ({
    key: id,
    name: displayName,
  }));
}

async function nameProduct(tx: MerchantTx, merchantId: string, key: string) {
  const product = uuid.test(key)
    ? await tx.product.findFirst({ where: { merchantId, id: key }, select: { title: true } })
    : null;
  return { key, name: product?.title ?? key };
}
