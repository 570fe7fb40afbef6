import { recordAudit } from "@/features/audit/commands/record-audit";
import { applyForDistributor } from "@/features/distributors/commands/apply-for-distributor";
import { inMerchant } from "@/lib/db/in-merchant";
import type { Deed } from "@/prisma/seed/history/deed";
import { remembered } from "@/prisma/seed/history/stage";
import { expectOk } from "@/prisma/seed/shops/expect-ok";

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

export type Decision =
  | { kind: "approve"; gradeName: string | null }
  | { kind: "refuse" | "freeze"; reason: string };

/** The operator answers an application, or stops a distributor. */
export function decide(atMs: number, person: string, decision: Decision): Deed {
  const status = ({ approve: "approved", refuse: "refused", freeze: "frozen" } as const)[
    decision.kind
  ];
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { merchantId, staffIds } = stage.shop;
      const { customerId } = remembered(stage.customers, person).scope;
      await inMerchant(merchantId, async (tx) => {
        const grade =
          decision.kind === "approve" && decision.gradeName
            ? await tx.distributorGrade.findFirst({
                where: { merchantId, name: decision.gradeName },
              })
            : null;
        const [distributor] = await tx.distributor.updateManyAndReturn({
          where: { merchantId, customerId },
          data: {
            status,
            decidedAt: now,
            decidedBy: staffIds.operator,
            decisionReason: decision.kind === "approve" ? "" : decision.reason,
            ...(grade && { gradeId: grade.id }),
          },
          select: { id: true },
        });
        await recordAudit(tx, {
          merchantId,
          actor: { kind: "staff", id: staffIds.operator },
          action: `distributor.${decision.kind}`,
          objectKind: "distributor",
          objectId: distributor?.id ?? "",
          now,
        });
      });
    },
  };
}
