import { applyForDistributor } from "@/features/distributors/commands/apply-for-distributor";
import { approveDistributor } from "@/features/distributors/commands/approve-distributor";
import { freezeDistributor } from "@/features/distributors/commands/freeze-distributor";
import { refuseDistributor } from "@/features/distributors/commands/refuse-distributor";
import { inMerchant } from "@/lib/db/in-merchant";
import type { Deed } from "@/prisma/seed/history/deed";
import { remembered, type Stage } from "@/prisma/seed/history/stage";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { putInGrade } from "@/prisma/seed/shops/put-in-grade";

/** A signed-in customer applies. */
export function apply(
  atMs: number,
  person: string,
  words: { displayName: string; applicationText: string },
): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      expectOk(await applyForDistributor(scope, { ...words, consent: "yes" }, now));
    },
  };
}

/** The operator says yes. */
export function approve(atMs: number, person: string, gradeName: string | null): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { operator, distributorId } = await open(stage, person);
      expectOk(await approveDistributor(operator, distributorId, now));
      if (gradeName) await putInGrade(stage.shop.merchantId, distributorId, gradeName);
    },
  };
}

/** The operator says no, with the reason that the applicant reads. */
export function refuse(atMs: number, person: string, reason: string): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { operator, distributorId } = await open(stage, person);
      expectOk(await refuseDistributor(operator, { distributorId, reason }, now));
    },
  };
}

export function freeze(atMs: number, person: string, reason: string): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { operator, distributorId } = await open(stage, person);
      expectOk(await freezeDistributor(operator, { distributorId, freeze: true, reason }, now));
    },
  };
}

/** The operator opens the person's application. */
async function open({ shop, customers }: Stage, person: string) {
  const { merchantId, staffIds } = shop;
  const { customerId } = remembered(customers, person).scope;
  const { id: distributorId } = await inMerchant(merchantId, (tx) =>
    tx.distributor.findFirstOrThrow({ where: { merchantId, customerId }, select: { id: true } }),
  );
  return { operator: { merchantId, staffId: staffIds.operator }, distributorId };
}
