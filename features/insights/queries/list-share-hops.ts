import { WHOLE_FOREST } from "@/domain/metrics/share-tree";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What lies below a person, a link or all roots at one hop. */
export type ShareHopFigures = {
  hop: number;
  people: number;
  sharers: number;
  duePeople: number;
  dueChildren: number;
  orders: number;
  netFen: bigint;
};

/** The hops below a person or link; of the whole forest its depths from 1 on where neither is named. */
export async function listShareHops(
  tx: MerchantTx,
  { merchantId, rootId }: { merchantId: string; rootId: string | null },
): Promise<ShareHopFigures[]> {
  return tx.shareHop.findMany({
    where: { merchantId, rootId: rootId ?? WHOLE_FOREST, hop: { gte: 1 } },
    orderBy: { hop: "asc" },
    omit: { merchantId: true, rootId: true },
  });
}
