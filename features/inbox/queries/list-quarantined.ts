import { z } from "zod";
import type { QuarantinedEvent } from "@/features/inbox/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const detailSchema = z.record(z.string(), z.string());

/** What WeChat said that did not fit, newest first: for staff to look into. */
export async function listQuarantined(
  tx: MerchantTx,
  question: { merchantId: string; limit: number },
): Promise<QuarantinedEvent[]> {
  const { merchantId, limit } = question;
  const rows = await tx.inboxEvent.findMany({
    where: { merchantId, outcome: "quarantined" },
    orderBy: { receivedAt: "desc" },
    take: limit,
  });
  return rows.map(({ eventId, kind, detail, receivedAt }) => {
    const { reason = "", ...rest } = detailSchema.parse(detail);
    return { eventId, kind, reason, detail: rest, receivedAt };
  });
}
