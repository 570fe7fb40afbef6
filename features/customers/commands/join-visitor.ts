import { v4 } from "uuid";
import { ensureVisitor } from "@/features/visitors/commands/ensure-visitor";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { RandomBytes } from "@/lib/ids/random-code";

/**
 * Joins a browser to the customer who signed in on it, so that what was clicked before counts.
 * @returns the visitor id that the browser carries from now on: a browser that was another
 * customer's (a lent phone) gets a new one, and the other's clicks stay theirs
 */
export async function joinVisitor(
  tx: MerchantTx,
  input: { merchantId: string; visitorId: string; customerId: string },
  at: { now: Date; random: RandomBytes },
): Promise<string> {
  const { merchantId, visitorId, customerId } = input;
  const { now } = at;
  await ensureVisitor(tx, { merchantId, visitorId, now });
  const joined = await tx.visitor.updateMany({
    where: { merchantId, id: visitorId, customerId: null },
    data: { customerId, joinedAt: now },
  });
  if (joined.count === 1) return visitorId;
  const mine = await tx.visitor.count({ where: { merchantId, id: visitorId, customerId } });
  if (mine === 1) return visitorId;
  const id = v4({ random: at.random(16) });
  await tx.visitor.create({
    data: { merchantId, id, customerId, firstSeenAt: now, joinedAt: now },
  });
  return id;
}
