import type fc from "fast-check";
import { expect } from "vitest";
import { type MoneyModel, people } from "@/e2e/model/money-model";
import type { MoneyWorld } from "@/e2e/model/money-world";
import { toDistributorBalances } from "@/features/ledger/queries/to-distributor-balances";
import { inMerchant } from "@/lib/db/in-merchant";

export type Command = fc.AsyncCommand<MoneyModel, MoneyWorld, true>;

/** A command from what it needs, what it does to both, and its name; balances are compared after each. */
export function command<Subject>(
  name: string,
  find: (model: MoneyModel) => Subject | null,
  run: (model: MoneyModel, world: MoneyWorld, subject: Subject, now: Date) => Promise<void>,
): Command {
  return {
    check: async (model) => find(model as MoneyModel) !== null,
    run: async (model, world) => {
      const subject = find(model);
      if (subject === null) throw new Error(`${name} without a subject`);
      // No two things happen in one moment: a click at the instant of an order comes before it.
      model.nowMs += 1_000;
      await run(model, world, subject, new Date(model.nowMs));
      expect(await readBalances(world), name).toEqual(Object.fromEntries(model.balances));
    },
    toString: () => name,
  };
}

/** What the product tells each distributor, in one question: it is asked after every step. */
async function readBalances({ shop: { merchantId }, people: real }: MoneyWorld) {
  const ids = people.map((person) => real[person].distributorId);
  const accounts = await inMerchant(merchantId, (tx) =>
    tx.ledgerAccount.findMany({ where: { merchantId, distributorId: { in: ids } } }),
  );
  return Object.fromEntries(
    people.map((person, at) => [
      person,
      toDistributorBalances(accounts.filter((one) => one.distributorId === ids[at])),
    ]),
  );
}
