import type { PictureView } from "@/components/phone/picture";
import { pictureSelect } from "@/features/catalogue/queries/picture-select";
import { toPictureView } from "@/features/catalogue/queries/to-picture-view";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A picture of this merchant by its id; null for null and for pictures that are not here. */
export async function findPicture(
  tx: MerchantTx,
  input: { merchantId: string; pictureId: string | null; alt: string },
): Promise<PictureView | null> {
  const { merchantId, pictureId, alt } = input;
  if (pictureId === null) return null;
  const picture = await tx.picture.findUnique({
    where: { merchantId_id: { merchantId, id: pictureId } },
    select: pictureSelect,
  });
  return picture ? toPictureView(picture, alt) : null;
}
