import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { OrderFilter } from "@/features/orders/schema";
import { escapeLike } from "@/lib/db/escape-like";
import type { Prisma } from "@/prisma/generated/client";

const stuck: Prisma.RefundWhereInput = {
  OR: [{ state: "abnormal" }, { state: { in: ["requested", "processing"] }, failure: { not: "" } }],
};

/** The dashboard's filters as a condition. A state is left out where all states are counted. */
export function orderWhere(merchantId: string, filter: OrderFilter): Prisma.OrderWhereInput {
  const { state, from, until, text, distributorId, customerId, refund } = filter;
  const all: Prisma.OrderWhereInput[] = [];
  if (state) all.push({ state });
  if (from) all.push({ createdAt: { gte: shanghaiDayRange(from).from } });
  if (until) all.push({ createdAt: { lt: shanghaiDayRange(until).to } });
  if (distributorId) {
    all.push({
      OR: [{ level1DistributorId: distributorId }, { level2DistributorId: distributorId }],
    });
  }
  if (customerId) all.push({ customerId });
  if (refund === "stuck") all.push({ refunds: { some: stuck } });
  if (text) all.push({ OR: textIn(text) });
  return { merchantId, AND: all };
}

function textIn(text: string): Prisma.OrderWhereInput[] {
  const pattern = escapeLike(text);
  return [
    { orderNo: { startsWith: pattern } },
    { receiverName: { contains: pattern } },
    { receiverPhone: { contains: pattern } },
    { trackingNo: { equals: text } },
    { lines: { some: { productTitle: { contains: pattern, mode: "insensitive" } } } },
  ];
}
