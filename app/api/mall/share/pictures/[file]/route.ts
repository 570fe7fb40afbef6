import { type NextRequest, NextResponse } from "next/server";
import { drawCardPicture } from "@/features/sharing/queries/draw-card-picture";

/** GET <storageKey>.jpg: a picture as WeChat's cards want it. Its name is its content: it never changes. */
export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ file: string }> },
): Promise<NextResponse> {
  const storageKey = /^([0-9a-f]{64})\.jpg$/.exec((await params).file)?.[1];
  const jpeg = storageKey ? await drawCardPicture(storageKey) : null;
  if (!jpeg) return new NextResponse(null, { status: 404 });
  return new NextResponse(new Uint8Array(jpeg), {
    headers: {
      "content-type": "image/jpeg",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
