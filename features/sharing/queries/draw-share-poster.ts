import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatYuan } from "@/domain/money/format-yuan";
import type { PosterContent } from "@/features/sharing/queries/get-poster-content";
import { env } from "@/lib/env";
import { mallText } from "@/lib/i18n/mall-text";
import { drawPoster } from "@/lib/poster/draw-poster";
import type { PosterText } from "@/lib/poster/poster-layout";
import { readVariant } from "@/lib/storage/read-variant";
import { writeOnce } from "@/lib/storage/store-picture";

/** Raise it with every change of the layout: it is part of the name under which a poster is kept. */
const layoutVersion = 1;

/** Drawing takes a core for most of a second: one at a time, or buyers would wait. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * The poster of a share link as PNG, drawn once for the same content and then read from the disk.
 * @param url that its QR code leads to
 */
export async function drawSharePoster(content: PosterContent, url: string): Promise<Buffer> {
  const { subject, sharerName } = content;
  const text = posterText(content);
  const storageKey = subject.picture?.storageKey ?? null;
  const hash = createHash("sha256")
    .update(JSON.stringify([layoutVersion, text, url, storageKey, sharerName]))
    .digest("hex");
  const path = join(env().STORAGE_DIR, "posters", hash.slice(0, 2), `${hash}.png`);
  const drawn = queue.then(() => readOrDraw(path, { text, url, storageKey }));
  queue = drawn.catch(() => {});
  return drawn;
}

async function readOrDraw(
  path: string,
  poster: { text: PosterText; url: string; storageKey: string | null },
): Promise<Buffer> {
  const kept = await readFile(path).catch(() => null);
  if (kept) return kept;
  const { text, url, storageKey } = poster;
  const variant = storageKey && ({ storageKey, width: 1200, encoding: "webp" } as const);
  const picture = variant ? await readVariant(variant) : null;
  const png = await drawPoster({ text, url, picture });
  await writeOnce(path, png);
  return png;
}

function posterText({ subject, sharerName }: PosterContent): PosterText {
  const { title, priceFen, hasSeveralPrices, shopName } = subject;
  return {
    title,
    price: priceFen === null ? "" : formatYuan(priceFen),
    priceSuffix: hasSeveralPrices ? mallText("mall.common.from_price") : "",
    shopName,
    sharer: sharerName
      ? mallText("distribution.poster.sharer", { name: shorten(sharerName) })
      : mallText("distribution.poster.friend"),
    hint: mallText("distribution.poster.hint"),
  };
}

/** Beyond eight signs a name would push "recommends" off its line. */
function shorten(name: string): string {
  const signs = [...name];
  return signs.length > 8 ? `${signs.slice(0, 7).join("")}…` : name;
}
