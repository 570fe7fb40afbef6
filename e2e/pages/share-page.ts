import { expect } from "@playwright/test";
import type { Web } from "@/e2e/pages/phone";

/** The links of the three tools on a share page, as their sharer would hand them out. */
export async function readShareLinks(
  web: Web,
): Promise<{ card: string; poster: string; qr: string; posterSrc: string; qrSrc: string }> {
  const card = (await web.getByText(/^http.*\/s\/\w+$/).textContent()) ?? "";
  const [posterSrc, qrSrc] = [await pictureOf(web, /海报/), await pictureOf(web, /二维码|打开/)];
  const origin = new URL(card).origin;
  const linkOf = (src: string) => `${origin}/s/${src.split("/").at(-2)}`;
  return { card, poster: linkOf(posterSrc), qr: linkOf(qrSrc), posterSrc, qrSrc };
}

async function pictureOf(web: Web, name: RegExp): Promise<string> {
  const picture = web.getByRole("img", { name }).last();
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), {
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
  return picture.evaluate((image: HTMLImageElement) => image.src);
}
