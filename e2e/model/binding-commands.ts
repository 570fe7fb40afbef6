import { expect } from "vitest";
import { type Command, command } from "@/e2e/model/model-command";
import type { Buyer, Person } from "@/e2e/model/money-model";
import { addClick } from "@/e2e/share-fixtures";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { rebindCustomer } from "@/features/bindings/commands/rebind-customer";
import { inMerchant } from "@/lib/db/in-merchant";

export const bind = (buyer: Buyer, person: Person): Command =>
  command(
    `buyer ${buyer} opens a link of ${person}`,
    // Whoever is bound stays bound here: what a second link does has tests of its own.
    (model) => (model.boundTo(buyer) === null ? true : null),
    async (model, world, _, now) => {
      const { merchantId } = world.shop;
      const { customerId, visitorId } = world.buyers[buyer];
      const { linkId } = world.people[person];
      await addClick(world.shop, { linkId, visitorId, clickedAt: now });
      await inMerchant(merchantId, (tx) => bindFromClicks(tx, { merchantId, customerId, now }));
      model.bindings.set(buyer, { to: person, sinceMs: model.nowMs });
    },
  );

/** By hand, with a reason; what was ordered before stays with whom it was ordered under. */
export const rebind = (buyer: Buyer, person: Person): Command =>
  command(
    `buyer ${buyer} is given to ${person}`,
    (model) => {
      const to = model.boundTo(buyer);
      return to !== null && to !== person ? true : null;
    },
    async (model, world, _, now) => {
      const { merchantId, ownerId } = world.shop;
      const { customerId } = world.buyers[buyer];
      const live = await inMerchant(merchantId, (tx) =>
        tx.customerBinding.findFirst({ where: { customerId }, orderBy: { boundAt: "desc" } }),
      );
      const { distributorId } = world.people[person];
      const wish = { customerId, distributorId, reason: "换人", seenBindingId: live?.id ?? null };
      const staff = { merchantId, staffId: ownerId };
      expect(await rebindCustomer(staff, wish, now)).toEqual({ ok: true });
      model.bindings.set(buyer, { to: person, sinceMs: model.nowMs });
    },
  );
