import { parseVariantName } from "@/lib/storage/picture-path";
import { readVariant } from "@/lib/storage/read-variant";

/** Product pictures. The name holds the content's hash, so an answer never changes. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const variant = parseVariantName((await params).file);
  const bytes = variant && (await readVariant(variant));
  if (!bytes) return new Response("Not found", { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": `image/${variant.encoding}`,
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    },
  });
}
