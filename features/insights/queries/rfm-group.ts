import type { RfmSegment } from "@/domain/metrics/rfm";
import { Prisma } from "@/prisma/generated/client";

/**
 * Which rows `r` of rfm_customer are of a segment, or all, and, where it is said, of those who stood in
 * another one 30 days before: "none" for who had no order in the year until then.
 */
export function rfmGroup(asked: {
  merchantId: string;
  segment: RfmSegment | null;
  before?: RfmSegment | "none" | null | undefined;
}): Prisma.Sql {
  const { merchantId, segment, before } = asked;
  return Prisma.sql`r.merchant_id = ${merchantId}::uuid
    ${segment ? Prisma.sql`and r.segment = ${segment}` : Prisma.empty}
    ${before ? Prisma.sql`and r.segment_before = ${before === "none" ? "" : before}` : Prisma.empty}`;
}
