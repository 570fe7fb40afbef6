import { recordAudit } from "@/features/audit/commands/record-audit";
import type { ProviderEvent } from "@/features/inbox/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { eventId as eventUuid } from "@/lib/ids/new-id";

/**
 * Puts away what WeChat truly said but what does not fit: staff see it, nothing is applied. A
 * repetition of the event changes nothing.
 * @param event.detail numbers and accounts of the event, no names and no openids
 */
export async function quarantineEvent(
  tx: MerchantTx,
  event: ProviderEvent & { reason: string; detail: Record<string, string>; now: Date },
): Promise<void> {
  const { merchantId, eventId, kind, bodySha256, reason, detail, now } = event;
  const { count } = await tx.inboxEvent.createMany({
    data: [
      {
        merchantId,
        provider: "wechatpay",
        eventId,
        kind,
        bodySha256,
        outcome: "quarantined",
        detail: { ...detail, reason },
        receivedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "wechat" },
    action: `${kind}.quarantine`,
    objectKind: "inbox_event",
    objectId: eventUuid(merchantId, `inbox:wechatpay:${eventId}`),
    details: { reason },
    now,
  });
}
