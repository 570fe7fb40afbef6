import type { Prisma } from "@/prisma/generated/client";

/** The columns that every list of withdrawals shows. */
export const ownPayoutSelect = {
  payoutNo: true,
  channel: true,
  state: true,
  grossFen: true,
  taxFen: true,
  netFen: true,
  requestedAt: true,
  dueAt: true,
  paidAt: true,
  endedAt: true,
  failReason: true,
} as const satisfies Prisma.PayoutSelect;
