import type { SliceChoices } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const mostChannels = 50;

/** The channels that have figures, for a board that can be narrowed to them alone; the page words them. */
export async function listChannelChoices(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<SliceChoices> {
  const channels = await tx.slice.findMany({
    where: { merchantId, kind: "channel" },
    orderBy: { key: "asc" },
    take: mostChannels,
    select: { key: true },
  });
  return {
    channel: channels.map(({ key }) => ({ key, name: key })),
    scene: [],
    category: [],
    distributor: [],
    region: [],
    product: [],
  };
}
