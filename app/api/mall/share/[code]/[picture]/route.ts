import { type NextRequest, NextResponse } from "next/server";
import { merchantOfRequest } from "@/features/merchants/gate";
import { drawSharePoster } from "@/features/sharing/queries/draw-share-poster";
import { getPosterContent } from "@/features/sharing/queries/get-poster-content";
import { shareUrl } from "@/features/sharing/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { drawQrPng, drawQrSvg } from "@/lib/qr/draw-qr";

type Drawing = { type: string; body: Buffer | string };

/** GET poster.png, qr.svg or qr.png of a share link. Whoever holds the code may see them: it is shared anyway. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ code: string; picture: string }> },
): Promise<NextResponse> {
  const { code, picture } = await params;
  const shop = await merchantOfRequest(request);
  if (!shop) return notFound();
  const { merchantId } = shop;
  const content = await inMerchant(merchantId, (tx) => getPosterContent(tx, { merchantId, code }));
  if (!content) return notFound();
  const url = shareUrl(shop.origin, code);
  const drawing = await draw(picture, url, () => drawSharePoster(content, url));
  if (!drawing) return notFound();
  const body = typeof drawing.body === "string" ? drawing.body : new Uint8Array(drawing.body);
  return new NextResponse(body, {
    headers: {
      "content-type": drawing.type,
      // Price and title may change: the phone keeps it for a visit, not for ever.
      "cache-control": "private, max-age=300",
    },
  });
}

async function draw(
  picture: string,
  url: string,
  poster: () => Promise<Buffer>,
): Promise<Drawing | null> {
  switch (picture) {
    case "poster.png":
      return { type: "image/png", body: await poster() };
    case "qr.png":
      return { type: "image/png", body: await drawQrPng(url, 16) };
    case "qr.svg":
      return { type: "image/svg+xml", body: await drawQrSvg(url) };
    default:
      return null;
  }
}

function notFound(): NextResponse {
  return new NextResponse(null, { status: 404 });
}
