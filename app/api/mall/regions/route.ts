import { listRegions } from "@/lib/regions/list-regions";

/** GET ?parent=<code>: the regions below a province or city; without it all provinces. */
export function GET(request: Request): Response {
  const parent = new URL(request.url).searchParams.get("parent");
  return Response.json(
    { regions: listRegions(parent) },
    // The same for everybody, and changed only by a new version of the shop.
    { headers: { "cache-control": "public, max-age=86400" } },
  );
}
