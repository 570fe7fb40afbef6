import { z } from "zod";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import type { OutboxTopic } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log/log";

/** One job, as its handler gets it. */
export type OutboxJob = {
  merchantId: AuthorizedMerchantId;
  payload: Record<string, string>;
  /** How often it has been begun, this time included. */
  attempts: number;
};
/** Does the job outside any transaction; throws to have it tried again. Must bear being called twice. */
export type OutboxHandlers = Record<OutboxTopic, (job: OutboxJob, now: Date) => Promise<unknown>>;

/** A job whose worker was killed is taken up again after this time. */
const leaseMs = 60_000;
const firstPauseMs = 2_000;
const longestPauseMs = 300_000;
const maxErrorLength = 500;

const payloadSchema = z.record(z.string(), z.string());

type Claimed = { id: string; topic: string; payload: unknown; attempts: number };

/**
 * Does what one merchant's outbox holds, the longest due first. Claiming and doing are apart: while
 * a handler waits for WeChat no transaction is open, and the lease keeps others off the row.
 * @param limits.random 0 to below 1; spreads the retries
 * @returns how many jobs were taken; `batch` of them means that there may be more
 */
export async function relayOutbox(
  merchantId: AuthorizedMerchantId,
  handlers: Partial<OutboxHandlers>,
  limits: { batch: number; clock: () => Date; random: () => number },
): Promise<{ taken: number; failed: number }> {
  const claimed = await claim(merchantId, limits.clock(), limits.batch);
  let failed = 0;
  for (const job of claimed) {
    const renewal = setInterval(() => {
      void renewLease(merchantId, job.id, limits.clock()).catch(() => undefined);
    }, leaseMs / 3).unref();
    const error = await attempt(merchantId, handlers, job, limits.clock());
    clearInterval(renewal);
    if (error !== null) failed += 1;
    await (error === null
      ? markDone(merchantId, job.id, limits.clock())
      : postpone(merchantId, job, error, limits));
  }
  return { taken: claimed.length, failed };
}

function claim(merchantId: AuthorizedMerchantId, now: Date, batch: number): Promise<Claimed[]> {
  const until = new Date(now.getTime() + leaseMs);
  return inMerchant(
    merchantId,
    (tx) => tx.$queryRaw<Claimed[]>`
      with due as (
        select id from outbox_message
        where merchant_id = ${merchantId}::uuid and done_at is null and next_attempt_at <= ${now}
        order by next_attempt_at limit ${batch} for update skip locked
      )
      update outbox_message m set attempts = m.attempts + 1, next_attempt_at = ${until}
      from due where m.merchant_id = ${merchantId}::uuid and m.id = due.id
      returning m.id, m.topic, m.payload, m.attempts`,
  );
}

/** A job that takes longer than the lease stays with who does it, as long as that one lives. */
async function renewLease(merchantId: AuthorizedMerchantId, id: string, now: Date): Promise<void> {
  const nextAttemptAt = new Date(now.getTime() + leaseMs);
  await inMerchant(merchantId, (tx) =>
    tx.outboxMessage.updateMany({
      where: { merchantId, id, doneAt: null },
      data: { nextAttemptAt },
    }),
  );
}

/** @returns null when it is done, else why not */
async function attempt(
  merchantId: AuthorizedMerchantId,
  handlers: Partial<OutboxHandlers>,
  job: Claimed,
  now: Date,
): Promise<string | null> {
  try {
    const handler = new Map(Object.entries(handlers)).get(job.topic);
    if (!handler) throw new Error(`no handler for ${job.topic}`);
    const payload = payloadSchema.parse(job.payload);
    await handler({ merchantId, payload, attempts: job.attempts }, now);
    return null;
  } catch (error) {
    log.warn(
      { err: error, merchantId, topic: job.topic, jobId: job.id, attempts: job.attempts },
      "outbox job failed",
    );
    return error instanceof Error ? error.message : String(error);
  }
}

async function markDone(merchantId: AuthorizedMerchantId, id: string, now: Date): Promise<void> {
  await inMerchant(merchantId, (tx) =>
    tx.outboxMessage.updateMany({
      where: { merchantId, id, doneAt: null },
      data: { doneAt: now, lastError: "" },
    }),
  );
}

async function postpone(
  merchantId: AuthorizedMerchantId,
  job: Claimed,
  error: string,
  { clock, random }: { clock: () => Date; random: () => number },
): Promise<void> {
  const nextAttemptAt = new Date(clock().getTime() + pauseMs(job.attempts, random()));
  await inMerchant(merchantId, (tx) =>
    tx.outboxMessage.updateMany({
      where: { merchantId, id: job.id, doneAt: null },
      data: { nextAttemptAt, lastError: error.slice(0, maxErrorLength) },
    }),
  );
}

/** Doubles from two seconds to five minutes; `jitter` (0 to 1) takes off up to half. */
export function pauseMs(attempts: number, jitter: number): number {
  const whole = Math.min(firstPauseMs * 2 ** Math.max(0, attempts - 1), longestPauseMs);
  return Math.floor(whole * (1 - jitter / 2));
}
