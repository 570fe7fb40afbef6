import { expect, test, vi } from "vitest";
import { testMerchants } from "@/e2e/database";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { enqueue } from "@/lib/jobs/enqueue";
import { type OutboxHandlers, pauseMs, relayOutbox } from "@/lib/jobs/relay-outbox";

const { a, b } = await testMerchants();
const start = new Date("2026-06-01T00:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const limits = (now: Date, batch = 20) => ({ batch, clock: () => now, random: () => 0 });

async function leaveJob(merchant = a, now = start): Promise<string> {
  const refundId = newId();
  await inMerchant(merchant.merchantId, (tx) =>
    enqueue(tx, {
      merchantId: merchant.merchantId,
      topic: "refund.send_to_wechat",
      dedupeKey: refundId,
      payload: { refundId },
      now,
    }),
  );
  return refundId;
}

/** A handler that notes what it did, and fails as often as told. */
function witness(failures = 0): { handlers: Partial<OutboxHandlers>; done: string[] } {
  const done: string[] = [];
  let left = failures;
  const handler = async ({ payload }: { payload: Record<string, string> }) => {
    left -= 1;
    if (left >= 0) throw new Error("WeChat is away");
    done.push(payload.refundId ?? "");
  };
  return { handlers: { "refund.send_to_wechat": handler }, done };
}

test("a job is done once, by its merchant's relay alone", async () => {
  const id = await leaveJob();
  const { handlers, done } = witness();
  await relayOutbox(b.merchantId, handlers, limits(after(1)));
  expect(done).toEqual([]);
  await relayOutbox(a.merchantId, handlers, limits(after(1)));
  await relayOutbox(a.merchantId, handlers, limits(after(3_600)));
  expect(done).toEqual([id]);
});

test("a job that fails is counted, keeps its error and is tried again later, not at once", async () => {
  const id = await leaveJob();
  const { handlers, done } = witness(2);
  await relayOutbox(a.merchantId, handlers, limits(after(1)));
  await relayOutbox(a.merchantId, handlers, limits(after(2)));
  const row = await inMerchant(a.merchantId, (tx) =>
    tx.outboxMessage.findFirst({ where: { merchantId: a.merchantId, dedupeKey: id } }),
  );
  expect(row).toMatchObject({ attempts: 1, lastError: "WeChat is away", doneAt: null });
  await relayOutbox(a.merchantId, handlers, limits(after(4)));
  await relayOutbox(a.merchantId, handlers, limits(after(60)));
  expect(done).toEqual([id]);
});

test("a job whose worker was killed in the middle is taken up again within two minutes", async () => {
  const id = await leaveJob();
  const killed: Partial<OutboxHandlers> = { "refund.send_to_wechat": () => new Promise(() => {}) };
  void relayOutbox(a.merchantId, killed, limits(after(1)));
  await expect
    .poll(() =>
      inMerchant(a.merchantId, (tx) =>
        tx.outboxMessage.count({ where: { dedupeKey: id, attempts: 1 } }),
      ),
    )
    .toBe(1);
  const { handlers, done } = witness();
  await relayOutbox(a.merchantId, handlers, limits(after(10)));
  expect(done).toEqual([]);
  await relayOutbox(a.merchantId, handlers, limits(after(120)));
  expect(done).toEqual([id]);
});

test("a job that takes longer than its lease is not taken by another relay meanwhile", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const id = await leaveJob();
  const { promise, resolve: finish } = Promise.withResolvers<void>();
  const slow: Partial<OutboxHandlers> = { "refund.send_to_wechat": () => promise };
  let now = after(1);
  const running = relayOutbox(a.merchantId, slow, { ...limits(now), clock: () => now });
  const leaseEnd = () =>
    inMerchant(a.merchantId, async (tx) => {
      const row = await tx.outboxMessage.findFirst({ where: { dedupeKey: id } });
      return row?.nextAttemptAt.getTime();
    });
  await expect.poll(leaseEnd).toBe(after(61).getTime());
  now = after(50);
  vi.advanceTimersByTime(20_000);
  await expect.poll(leaseEnd).toBe(after(110).getTime());
  const { handlers, done } = witness();
  await relayOutbox(a.merchantId, handlers, limits(after(100)));
  expect(done).toEqual([]);
  finish();
  await running;
  vi.useRealTimers();
});

test("two relays at once share the jobs and do none twice", async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => leaveJob(b)));
  const { handlers, done } = witness();
  await Promise.all([1, 2, 3].map(() => relayOutbox(b.merchantId, handlers, limits(after(1), 5))));
  expect(done.sort()).toEqual(ids.sort());
});

test("a topic that nobody handles stays in the outbox and says so", async () => {
  const id = await leaveJob();
  await relayOutbox(a.merchantId, {}, limits(after(1)));
  const row = await inMerchant(a.merchantId, (tx) =>
    tx.outboxMessage.findFirst({ where: { merchantId: a.merchantId, dedupeKey: id } }),
  );
  expect(row?.lastError).toContain("refund.send_to_wechat");
});

test("pauses double from two seconds, end at five minutes, and jitter only shortens them", () => {
  expect([1, 2, 3, 8, 9, 50].map((attempts) => pauseMs(attempts, 0))).toEqual([
    2_000, 4_000, 8_000, 256_000, 300_000, 300_000,
  ]);
  expect(pauseMs(3, 1)).toBe(4_000);
});
