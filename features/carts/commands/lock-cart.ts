import type { CartOwner } from "@/features/carts/schema";
import { ensureVisitor } from "@/features/visitors/commands/ensure-visitor";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * The owner's cart, made if there is none, and locked until the transaction ends, so that two taps
 * at the same time count one after the other.
 * @returns the cart's id
 */
export async function lockCart(tx: MerchantTx, owner: CartOwner, now: Date): Promise<string> {
  const { merchantId, visitorId, customerId } = owner;
  // The browser may be new: a cart points at its visitor's row.
  if (customerId === null) await ensureVisitor(tx, { merchantId, visitorId, now });
  const holder = customerId === null ? { visitorId } : { customerId };
  await tx.cart.createMany({
    data: [{ merchantId, id: newId(), ...holder, updatedAt: now }],
    skipDuplicates: true,
  });
  const locked = await tx.cart.updateManyAndReturn({
    where: { merchantId, ...holder },
    data: { updatedAt: now },
    select: { id: true },
  });
  const cart = locked[0];
  if (!cart) throw new Error("a cart that was just made is gone");
  return cart.id;
}
