import type { RfmSegment } from "@/domain/metrics/rfm";
import type { Slice } from "@/features/insights/schema";
import { isId } from "@/lib/ids/is-id";
import { Prisma } from "@/prisma/generated/client";

/**
 * Which rows `r` of rfm_customer are of a segment, or all, and, where it is said, of those who stood in
 * another one 30 days before: "none" for who had no order in the year until then.
 */
export function rfmGroup(asked: {
  merchantId: string;
  /** Of the customers whose last order lies in a part of whole orders. */
  slice: Slice;
  segment: RfmSegment | null;
  before?: RfmSegment | "none" | null | undefined;
}): Prisma.Sql {
  const { merchantId, slice, segment, before } = asked;
  return Prisma.sql`r.merchant_id = ${merchantId}::uuid and ${lastOrderIn(slice)}
    ${segment ? Prisma.sql`and r.segment = ${segment}` : Prisma.empty}
    ${before ? Prisma.sql`and r.segment_before = ${before === "none" ? "" : before}` : Prisma.empty}`;
}

function lastOrderIn({ kind, key }: Slice): Prisma.Sql {
  if (kind === "channel") return Prisma.sql`r.last_channel = ${key}`;
  if (kind === "region") return Prisma.sql`r.last_region = ${key}`;
  if (kind !== "distributor") return Prisma.sql`true`;
  return isId(key) ? Prisma.sql`r.last_distributor_id = ${key}::uuid` : Prisma.sql`false`;
}
