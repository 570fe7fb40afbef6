import { advanceLookBacks } from "@/features/insights/commands/advance-look-backs";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { advancePayouts } from "@/features/payouts/commands/advance-payouts";
import { systemClock } from "@/lib/clock/now";
import { disconnectDatabase } from "@/lib/db/client";
import { openJobQueue } from "@/lib/jobs/open-job-queue";
import { relayOutbox } from "@/lib/jobs/relay-outbox";
import { log } from "@/lib/log/log";
import { repeat } from "@/worker/repeat";
import { runForMerchants } from "@/worker/run-for-merchants";
import { listSchedules } from "@/worker/schedules";
import { outboxHandlers } from "@/worker/topics";

const outboxEveryMs = 1_000;
const outboxBatch = 20;
/** A long job (an import of 100,000 lines) must not keep refunds waiting. */
const outboxLanes = 3;

const payoutsEveryMs = 1_000;
/** A minute's events show within a minute, with room for a slow run. */
const rollUpsEveryMs = 10_000;
/** What looks back over all days may take a minute, and nobody waits for it. */
const lookBacksEveryMs = 600_000;

/** What eight calls at a time do well within a lease. */
const payoutBatch = 200;

/**
 * The worker: schedules through pg-boss, and for every merchant the outbox, the payouts and the
 * roll-ups. Any number of them may run. SIGTERM lets what has begun end; what a SIGKILL cuts off is
 * taken up again by the next one.
 */
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => stopping.abort());
}

/** What looks back has nothing to look at before the days have been rolled up for the first time. */
const rolledUp = Promise.withResolvers<void>();
stopping.signal.addEventListener("abort", () => rolledUp.resolve());

const closeQueue = await openJobQueue(listSchedules(systemClock));
log.info("worker ready");

await Promise.all([
  ...Array.from({ length: outboxLanes }, () =>
    repeat("outbox", relayAll, outboxEveryMs, stopping.signal),
  ),
  repeat("payouts", advanceAll, payoutsEveryMs, stopping.signal),
  repeat("roll-ups", rollUpAll, rollUpsEveryMs, stopping.signal),
  repeat("look-backs", lookBackOnAll, lookBacksEveryMs, stopping.signal),
]);

log.info("worker stopping");
await closeQueue();
await disconnectDatabase();

async function relayAll(): Promise<void> {
  const limits = { batch: outboxBatch, clock: systemClock, random: Math.random };
  await runForMerchants(
    "outbox",
    async (merchantId) => (await relayOutbox(merchantId, outboxHandlers, limits)).taken,
    outboxBatch,
  );
}

async function advanceAll(): Promise<void> {
  await runForMerchants(
    "payouts",
    async (merchantId) => {
      const run = { now: systemClock(), limit: payoutBatch };
      return (await advancePayouts(merchantId, run)).advanced;
    },
    payoutBatch,
  );
}

async function rollUpAll(): Promise<void> {
  await runForMerchants(
    "roll-ups",
    async (merchantId) => {
      const { isBehind } = await advanceRollUps(merchantId, systemClock(), { portions: 1 });
      return isBehind && !stopping.signal.aborted ? 1 : 0;
    },
    1,
  );
  rolledUp.resolve();
}

async function lookBackOnAll(): Promise<void> {
  await rolledUp.promise;
  await runForMerchants(
    "look-backs",
    async (merchantId) => {
      if (!stopping.signal.aborted) await advanceLookBacks(merchantId, systemClock());
      return 0;
    },
    1,
  );
}
