import sharp from "sharp";
import { testMerchants } from "@/e2e/database";
import { disconnectDatabase } from "@/lib/db/client";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { storePicture } from "@/lib/storage/store-picture";

const size = 1200;

/**
 * Gives the first product of the shop at localhost a picture with as much to it as a photograph.
 * @returns its key in the store
 */
export async function placePicture(): Promise<string> {
  const stored = await storePicture(await paint());
  if (!stored.ok) throw new Error(stored.reason);
  const { a } = await testMerchants();
  const { merchantId } = a;
  const id = newId();
  await inMerchant(merchantId, async (tx) => {
    await tx.picture.create({
      data: { merchantId, id, ...stored.picture, alt: "", createdAt: new Date() },
    });
    await tx.productPicture.create({
      data: { merchantId, productId: a.productIds[0], pictureId: id },
    });
  });
  await disconnectDatabase();
  return stored.picture.storageKey;
}

/** Overlapping waves: the same at every run, and as hard to compress as grain and leaves are. */
function paint(): Promise<Buffer> {
  const pixels = Buffer.alloc(size * size * 3);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const wave = Math.sin(x / 23 + Math.sin(y / 61) * 4) + Math.sin((x + y) / 7) / 3;
      const grain = ((x * 7919 + y * 104_729) % 31) - 15;
      const at = (y * size + x) * 3;
      pixels[at] = 150 + wave * 45 + grain;
      pixels[at + 1] = 140 + wave * 35 + grain;
      pixels[at + 2] = 95 + wave * 25 + grain;
    }
  }
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toBuffer();
}
