import { type BindingDecision, decideBinding } from "@/domain/attribution/decide-binding";
import { lockBindingChain } from "@/features/bindings/commands/lock-binding-chain";
import { findCircularDistributors } from "@/features/bindings/queries/find-circular-distributors";
import {
  listUndecidedTouches,
  type UndecidedTouch,
} from "@/features/bindings/queries/list-undecided-touches";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

type Customer = { merchantId: string; customerId: string; now: Date };

type Period = {
  /** Null until it is written. */
  id: string | null;
  distributorId: string;
  clickId: string | null;
  /** The rule that opened it, as decideBinding names it. */
  reason: string;
  boundAt: Date;
  validUntil: Date;
};

/**
 * Brings a customer's binding up to date with the share links that they opened (money.md 1): at
 * sign-in, when a signed-in customer clicks, and at checkout. Considers the clicks of all their
 * browsers since the last decision, in the order of clicking. Periods are added, prolonged or ended,
 * never removed; an ended one ends exactly where the next begins. One statement when nothing changes.
 */
export async function bindFromClicks(tx: MerchantTx, customer: Customer): Promise<void> {
  const touches = await listUndecidedTouches(tx, customer);
  if (planPeriods(touches, customer.now).length === 0) return;
  // The first look was taken before the wait for the customer's lock: only what is seen under it counts.
  const locked = await listUndecidedTouches(tx, customer);
  const allowed = await withoutCircles(tx, customer, locked);
  await writePeriods(tx, customer, planPeriods(allowed, customer.now));
}

/** The periods that the touches change or add, in time order. */
function planPeriods(touches: readonly UndecidedTouch[], now: Date): Period[] {
  let current = latestPeriod(touches[0]);
  const changed = new Set<Period>();
  for (const touch of touches) {
    const decision = decide(touch, current, now);
    if (decision.action === "extend" && current) {
      current.validUntil = decision.validUntil;
      changed.add(current);
    }
    if (decision.action !== "bind" && decision.action !== "rebind") continue;
    const boundAt = afterLastOrder(decision.boundAt, touch.lastOrderAt);
    if (boundAt >= decision.validUntil) continue;
    if (current && current.validUntil > boundAt) {
      current.validUntil = boundAt;
      changed.add(current);
    }
    const { distributorId, clickId } = touch;
    const { reason, validUntil } = decision;
    current = { id: null, distributorId, clickId, reason, boundAt, validUntil };
    changed.add(current);
  }
  return [...changed];
}

function decide(touch: UndecidedTouch, current: Period | null, now: Date): BindingDecision {
  const { customerDistributorId, distributorId, clickedAt } = touch;
  const click = { distributorId, clickedAt };
  return decideBinding({ policy: touch, current, click, customerDistributorId, now });
}

function latestPeriod(touch: UndecidedTouch | undefined): Period | null {
  if (!touch?.bindingId || !touch.boundTo || !touch.boundAt || !touch.validUntil) return null;
  const { bindingId: id, boundTo: distributorId, boundAt, validUntil } = touch;
  return { id, distributorId, clickId: null, reason: "", boundAt, validUntil };
}

/**
 * A browser that was joined late may bring a click from before the last order: it counts from that
 * order on, because the order's own attribution never changes.
 */
function afterLastOrder(boundAt: Date, lastOrderAt: Date | null): Date {
  if (lastOrderAt === null || boundAt > lastOrderAt) return boundAt;
  return new Date(lastOrderAt.getTime() + 1);
}

/** Leaves out the touches that would let two distributors belong to each other, however far around. */
async function withoutCircles(
  tx: MerchantTx,
  { merchantId }: Customer,
  touches: UndecidedTouch[],
): Promise<UndecidedTouch[]> {
  const [first] = touches;
  if (!first?.customerDistributorId) return touches;
  await lockBindingChain(tx, merchantId);
  const circular = await findCircularDistributors(tx, {
    merchantId,
    ownDistributorId: first.customerDistributorId,
    distributorIds: touches.map(({ distributorId }) => distributorId),
    since: first.boundAt ?? first.clickedAt,
  });
  return touches.filter(({ distributorId }) => !circular.has(distributorId));
}

/** What ends is written before what begins: the database refuses periods that overlap for a moment. */
async function writePeriods(
  tx: MerchantTx,
  { merchantId, customerId, now }: Customer,
  periods: readonly Period[],
): Promise<void> {
  const added: (Period & { id: string })[] = [];
  for (const period of periods) {
    const { id, validUntil } = period;
    if (id === null) added.push({ ...period, id: newId() });
    else
      await tx.customerBinding.update({
        where: { merchantId_id: { merchantId, id } },
        data: { validUntil },
      });
  }
  if (added.length === 0) return;
  await tx.customerBinding.createMany({
    data: added.map((period) => ({
      ...period,
      merchantId,
      customerId,
      source: "click",
      createdAt: now,
    })),
  });
}
