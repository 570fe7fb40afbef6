import { z } from "zod";
import { MAX_GATHERED } from "@/domain/events/gathering";

/**
 * What only a page knows; orders, payments, clicks and refunds are facts of their own. A scan is a click on a
 * link by QR code, poster or offline code.
 */
export const eventKinds = ["view", "dwell", "favourite", "cart", "share_set", "checkout"] as const;
export type EventKind = (typeof eventKinds)[number];

/** A day in milliseconds, and more than anybody puts into a cart. */
const maxAmount = 86_400_000;

/** What a page sends. Unknown kinds and fields of no meaning are refused whole: our own pages send none. */
export const eventBatchSchema = z.strictObject({
  events: z
    .array(
      z.strictObject({
        /** Made by the browser; sent twice, it counts once. */
        id: z.uuid(),
        kind: z.enum(eventKinds),
        /** Milliseconds since 1970 by the phone's clock. */
        at: z.int().min(0).max(4_102_444_800_000),
        productId: z.uuid().optional(),
        amount: z.int().min(0).max(maxAmount).optional(),
      }),
    )
    .min(1)
    .max(MAX_GATHERED),
});
export type EventBatch = z.infer<typeof eventBatchSchema>;

/** One event, ready to be written. */
export type PageEvent = {
  id: string;
  kind: EventKind;
  at: Date;
  visitorId: string;
  receivedAt: Date;
  /** The zero UUID where it is about no product. */
  productId: string;
  amount: number;
};

/** Months for which events are kept where a merchant has not chosen. */
export const usualRetentionMonths = 25;

/** A year must be whole, so that it can be compared with the one before. */
export const eventRetentionInput = z.object({
  retentionMonths: z.int().min(13, "fault.retention").max(120, "fault.retention"),
});
export type EventRetentionInput = z.infer<typeof eventRetentionInput>;
