import { pictureSelect } from "@/features/catalogue/queries/picture-select";
import { toPictureView } from "@/features/catalogue/queries/to-picture-view";
import type { SceneView } from "@/features/catalogue/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The shop's scenes, or the one with this slug. */
export async function listScenes(
  tx: MerchantTx,
  input: { merchantId: string; slug?: string },
): Promise<SceneView[]> {
  const { merchantId, slug } = input;
  const rows = await tx.scene.findMany({
    where: { merchantId, ...(slug === undefined ? {} : { slug }) },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 20,
    select: { slug: true, title: true, description: true, picture: { select: pictureSelect } },
  });
  return rows.map(({ picture, ...scene }) => ({
    ...scene,
    picture: picture ? toPictureView(picture, scene.title) : null,
  }));
}
