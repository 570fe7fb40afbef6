import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/** Work that the worker does after a commit. A topic's handler must bear being called twice. */
export type OutboxTopic =
  | "payment.close_at_wechat"
  | "refund.send_to_wechat"
  | "product_import.run"
  | "history_import.run";

/**
 * Writes the job row in the caller's transaction: it exists exactly if the business event does.
 * A second call with the same topic and dedupeKey changes nothing.
 */
export async function enqueue(
  tx: MerchantTx,
  job: {
    merchantId: string;
    topic: OutboxTopic;
    dedupeKey: string;
    payload: Record<string, string>;
    now: Date;
    notBefore?: Date;
  },
): Promise<void> {
  const { merchantId, topic, dedupeKey, payload, now, notBefore } = job;
  await tx.outboxMessage.createMany({
    data: [
      {
        merchantId,
        id: newId(),
        topic,
        dedupeKey,
        payload,
        createdAt: now,
        nextAttemptAt: notBefore ?? now,
      },
    ],
    skipDuplicates: true,
  });
}
