import { ownPayoutSelect } from "@/features/payouts/queries/own-payout-select";
import type { Prisma } from "@/prisma/generated/client";

/** The same with what only the desk sees. */
export const payoutSelect = {
  ...ownPayoutSelect,
  id: true,
  distributorId: true,
  runId: true,
  markedBy: true,
  distributor: { select: { displayName: true } },
} as const satisfies Prisma.PayoutSelect;
