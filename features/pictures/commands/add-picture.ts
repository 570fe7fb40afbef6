import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { type PictureRefusal, storePicture } from "@/lib/storage/store-picture";

/**
 * Takes an uploaded picture into the merchant's collection. The same file twice is one picture.
 * @returns its id, or why it was refused
 */
export async function addPicture(
  staff: { merchantId: AuthorizedMerchantId },
  bytes: Uint8Array,
  now: Date,
): Promise<
  { ok: true; pictureId: string; storageKey: string } | { ok: false; reason: PictureRefusal }
> {
  const { merchantId } = staff;
  // The file first, the row after it: a row never points at nothing, and a file too much harms nobody.
  const stored = await storePicture(bytes);
  if (!stored.ok) return stored;
  const { storageKey, sha256 } = stored.picture;
  return inMerchant(merchantId, async (tx) => {
    await tx.picture.createMany({
      data: [{ merchantId, id: newId(), ...stored.picture, createdAt: now }],
      skipDuplicates: true,
    });
    const { id } = await tx.picture.findUniqueOrThrow({
      where: { merchantId_sha256: { merchantId, sha256 } },
      select: { id: true },
    });
    return { ok: true, pictureId: id, storageKey };
  });
}
