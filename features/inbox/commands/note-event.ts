import type { ProviderEvent } from "@/features/inbox/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Writes down that an event was seen and what it did. A repetition changes nothing. */
export async function noteEvent(
  tx: MerchantTx,
  event: ProviderEvent & { outcome: "applied" | "no_effect"; now: Date },
): Promise<void> {
  const { merchantId, eventId, kind, bodySha256, outcome, now } = event;
  await tx.inboxEvent.createMany({
    data: [
      { merchantId, provider: "wechatpay", eventId, kind, bodySha256, outcome, receivedAt: now },
    ],
    skipDuplicates: true,
  });
}
