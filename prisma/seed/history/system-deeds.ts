import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { closeExpiredOrders } from "@/features/orders/commands/close-expired-orders";
import { receiveOverdueOrders } from "@/features/orders/commands/receive-overdue-orders";
import { relayOutbox } from "@/lib/jobs/relay-outbox";
import type { Deed } from "@/prisma/seed/history/deed";
import type { Stage } from "@/prisma/seed/history/stage";
import { outboxHandlers } from "@/worker/topics";

const limit = 500;

/** What the worker does by the clock: one run of each of its duties. */
export function runWorker(atMs: number): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async (stage, now) => {
      const { merchantId } = stage.shop;
      await closeExpiredOrders(merchantId, { now, limit });
      await receiveOverdueOrders(merchantId, { now, limit });
      await drainOutbox(stage, now);
    },
  };
}

/** The worker's settlement: it may take its time beside everything else. */
export function settle(atMs: number): Deed {
  return {
    atMs,
    keys: ["settlement"],
    act: async ({ shop }, now) => {
      await settleDueCommissions(shop.merchantId, { now, limit });
    },
  };
}

/** Closed orders have their numbers closed at WeChat too. There are no pages to refresh yet. */
async function drainOutbox(stage: Stage, now: Date): Promise<void> {
  stage.setWechatClock(now.getTime());
  const handlers = { ...outboxHandlers, "catalogue.refresh_pages": () => Promise.resolve() };
  const { failed } = await relayOutbox(stage.shop.merchantId, handlers, {
    batch: limit,
    clock: () => now,
    random: () => 0,
  });
  if (failed > 0) throw new Error(`${failed} jobs of the outbox failed`);
}
