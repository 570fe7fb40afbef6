import type { Prisma } from "@/prisma/generated/client";

/** The refunds of money that came in too late; others change the order itself. */
export const lateRefunds = {
  where: { payment: { state: "late" } },
  select: { state: true },
} as const satisfies Prisma.Order$refundsArgs;

/** Under way as long as one of them has not arrived. */
export function lateRefundOf(
  refunds: readonly { state: string }[],
): "under_way" | "arrived" | null {
  if (refunds.length === 0) return null;
  return refunds.every(({ state }) => state === "success") ? "arrived" : "under_way";
}
