import type { MerchantTx } from "@/lib/db/in-merchant";

/** Why the payouts of a shop stand still. */
export type PayoutStop = { reason: "invariants_broken"; since: Date; broken: string };

/**
 * Whether a shop's payouts stand still: the worker's last verdict about its invariants (worker/
 * watch-invariants) is "broken". Nothing is sent until it holds again; what has left is still followed.
 */
export async function getPayoutStop(
  tx: MerchantTx,
  merchantId: string,
): Promise<PayoutStop | null> {
  const verdict = await tx.auditEntry.findFirst({
    where: {
      merchantId,
      objectKind: "merchant",
      objectId: merchantId,
      action: { in: ["invariants.hold", "invariants.broken"] },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { action: true, at: true, details: true },
  });
  if (verdict?.action !== "invariants.broken") return null;
  const { at, details } = verdict;
  const broken =
    typeof details === "object" && details !== null && "broken" in details ? details.broken : "";
  return { reason: "invariants_broken", since: at, broken: String(broken) };
}
