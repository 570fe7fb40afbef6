import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { closeExpiredOrders } from "@/features/orders/commands/close-expired-orders";
import { receiveOverdueOrders } from "@/features/orders/commands/receive-overdue-orders";
import { relayOutbox } from "@/lib/jobs/relay-outbox";
import type { Deed } from "@/prisma/seed/history/deed";
import type { Stage } from "@/prisma/seed/history/stage";
import { outboxHandlers } from "@/worker/topics";

const limit = 500;

/** The worker closes what is overdue and what was cancelled, here and at WeChat. */
export function closeOrders(atMs: number): Deed {
  return {
    atMs,
    keys: [],
    // A payment of the same hour must not come second only because it was slower.
    alone: true,
    act: async (stage, now) => {
      await closeExpiredOrders(stage.shop.merchantId, { now, limit });
      await drainOutbox(stage, now);
    },
  };
}

/** The worker counts as received what was shipped long ago. */
export function receiveOverdue(atMs: number): Deed {
  return {
    atMs,
    keys: ["receiving"],
    act: async ({ shop }, now) => {
      await receiveOverdueOrders(shop.merchantId, { now, limit });
    },
  };
}

/** The worker makes available what is due. */
export function settle(atMs: number): Deed {
  return {
    atMs,
    keys: ["settlement"],
    act: async ({ shop }, now) => {
      await settleDueCommissions(shop.merchantId, { now, limit });
    },
  };
}

/** What the worker owes WeChat: numbers of closed orders, refunds. There are no pages to refresh yet. */
export async function drainOutbox(stage: Stage, now: Date): Promise<void> {
  stage.wechat.setClock(now.getTime());
  const handlers = { ...outboxHandlers, "catalogue.refresh_pages": () => Promise.resolve() };
  const { failed } = await relayOutbox(stage.shop.merchantId, handlers, {
    batch: limit,
    clock: () => now,
    random: () => 0,
  });
  if (failed > 0) throw new Error(`${failed} jobs of the outbox failed`);
}
