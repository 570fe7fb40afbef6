import { sealAuditEntries } from "@/features/audit/commands/seal-audit-entries";
import {
  settleDueCommissions,
  settlementBatch,
} from "@/features/commissions/commands/settle-due-commissions";
import { dropExpiredEvents } from "@/features/events/commands/drop-expired-events";
import { prepareEventMonths } from "@/features/events/commands/prepare-event-months";
import { advanceVoice } from "@/features/insights/commands/advance-voice";
import { redoRecentDays } from "@/features/insights/commands/redo-recent-days";
import { closeExpiredOrders } from "@/features/orders/commands/close-expired-orders";
import { receiveOverdueOrders } from "@/features/orders/commands/receive-overdue-orders";
import { pollOpenPayments } from "@/features/payments/commands/poll-open-payments";
import { reconcileDueDays } from "@/features/reconciliation/commands/reconcile-due-days";
import { pollOpenRefunds } from "@/features/refunds/commands/poll-open-refunds";
import { rollUpStock } from "@/features/stock/commands/roll-up-stock";
import type { Clock } from "@/lib/clock/now";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { Schedule } from "@/lib/jobs/open-job-queue";
import { runForMerchants } from "@/worker/run-for-merchants";
import { watchInvariants } from "@/worker/watch-invariants";

type Run = { now: Date; limit: number };
type Duty = {
  name: string;
  cron: string;
  batch: number;
  /** Does at most `limit` things and says how many. */
  work: (merchantId: AuthorizedMerchantId, run: Run) => Promise<number>;
};

const everyMinute = "* * * * *";

/** What is due by the clock alone, for every merchant. What follows from an event is an outbox job. */
const duties: readonly Duty[] = [
  {
    name: "close-expired-orders",
    cron: everyMinute,
    batch: 100,
    work: async (merchantId, run) => (await closeExpiredOrders(merchantId, run)).closed,
  },
  {
    name: "poll-open-payments",
    cron: everyMinute,
    batch: 50,
    work: async (merchantId, run) => (await pollOpenPayments(merchantId, run)).asked,
  },
  {
    name: "poll-open-refunds",
    cron: everyMinute,
    batch: 50,
    work: async (merchantId, run) => (await pollOpenRefunds(merchantId, run)).asked,
  },
  {
    name: "receive-overdue-orders",
    cron: "*/5 * * * *",
    batch: 100,
    work: async (merchantId, run) => (await receiveOverdueOrders(merchantId, run)).received,
  },
  {
    name: "settle-due-commissions",
    cron: everyMinute,
    batch: settlementBatch,
    work: async (merchantId, run) => (await settleDueCommissions(merchantId, run)).settled,
  },
  {
    name: "seal-audit-entries",
    cron: everyMinute,
    batch: 2_000,
    work: async (merchantId) => (await sealAuditEntries(merchantId)).sealed,
  },
  {
    name: "prepare-event-months",
    cron: "17 * * * *",
    batch: 1,
    work: async (merchantId, { now }) => {
      await prepareEventMonths(merchantId, now);
      return 0;
    },
  },
  {
    name: "drop-expired-events",
    // At night: it takes the whole table for a moment.
    cron: "41 4 * * *",
    batch: 1,
    work: async (merchantId, { now }) => {
      await dropExpiredEvents(merchantId, now);
      return 0;
    },
  },
  {
    name: "redo-recent-days",
    cron: "20 3 * * *",
    batch: 1,
    work: async (merchantId, { now }) => {
      await redoRecentDays(merchantId, now);
      return 0;
    },
  },
  {
    name: "advance-voice",
    cron: everyMinute,
    batch: 1,
    work: async (merchantId, { now }) => {
      await advanceVoice(merchantId, now);
      return 0;
    },
  },
  {
    name: "reconcile-bills",
    // WeChat makes a day's bills by 10:00 of the next one.
    cron: "5 10-23 * * *",
    batch: 1,
    work: async (merchantId, run) => {
      await reconcileDueDays(merchantId, run);
      return 0;
    },
  },
  {
    name: "roll-up-stock",
    cron: "*/10 * * * *",
    batch: 1,
    work: async (merchantId, { now }) => {
      await rollUpStock(merchantId, { now });
      return 0;
    },
  },
  {
    name: "watch-invariants",
    cron: "*/10 * * * *",
    batch: 1,
    work: async (merchantId, { now }) => {
      await watchInvariants(merchantId, now);
      return 0;
    },
  },
];

/** The worker's schedules; each run asks the clock once per batch. */
export function listSchedules(clock: Clock): Schedule[] {
  return duties.map(({ name, cron, batch, work }) => ({
    name,
    cron,
    run: () =>
      runForMerchants(
        name,
        (merchantId) => work(merchantId, { now: clock(), limit: batch }),
        batch,
      ),
  }));
}
