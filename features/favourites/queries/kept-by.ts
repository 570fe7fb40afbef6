import type { FavouriteOwner } from "@/features/favourites/schema";
import type { Prisma } from "@/prisma/generated/client";

/** The condition that finds what a person keeps, on whichever of their browsers, and nobody else's. */
export function keptBy({
  merchantId,
  visitorId,
  customerId,
}: FavouriteOwner): Prisma.FavouriteWhereInput {
  if (customerId === null) return { merchantId, visitorId };
  return { merchantId, OR: [{ visitorId }, { visitor: { customerId } }] };
}
