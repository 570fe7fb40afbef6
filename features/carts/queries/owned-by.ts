import type { CartOwner } from "@/features/carts/schema";

/** The condition that finds the owner's cart and no other. */
export function ownedBy(
  owner: Pick<CartOwner, "visitorId" | "customerId">,
): { customerId: string } | { visitorId: string } {
  const { visitorId, customerId } = owner;
  return customerId === null ? { visitorId } : { customerId };
}
