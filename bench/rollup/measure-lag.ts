import { setTimeout as pause } from "node:timers/promises";
import { v4 } from "uuid";
import { asOwner } from "@/bench/checkout/two-databases";
import type { FilledShop } from "@/bench/generator/filled-shop";
import { forgetToday } from "@/bench/rollup/forget-today";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { recordEvents } from "@/features/events/commands/record-events";
import type { PageEvent } from "@/features/events/schema";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { type AuthorizedMerchantId, authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { MerchantBooks } from "@/web/group-commit/merchant-books";
import { repeat } from "@/worker/repeat";

export type LagFigures = {
  sentEvents: number;
  /** Given up by the writer because its queue was full. */
  refused: number;
  longestSeconds: number;
  medianSeconds: number;
};

type Load = { eventsPerSecond: number; seconds: number };
/** By then so many views had been sent. */
type Mark = { atMs: number; views: number };

const tickMs = 100;
/** As in worker/main.ts. */
const rollUpsEveryMs = 10_000;
const patienceMs = 180_000;
const visitorCount = 20_000;

/**
 * Sends events of today while a loop like the worker's keeps the roll-ups up, and looks four times a
 * second at how many of them the boards see.
 */
export async function measureLag(
  shop: FilledShop,
  load: Load,
  say: (sentence: string) => void,
): Promise<LagFigures> {
  const merchantId = authorizeMerchantId(shop.merchantId);
  await forgetToday(shop);
  const cast = await readCast(shop);
  const stopping = new AbortController();
  const marks: Mark[] = [];
  // Once before: what happened since the last day is nothing, and has to be found out.
  await advanceRollUps(merchantId, new Date());
  const before = await countViews(merchantId);
  const rolling = repeat(
    "roll-ups",
    () => advanceRollUps(merchantId, new Date()),
    rollUpsEveryMs,
    stopping.signal,
  );
  const watching = watch(merchantId, { before, marks, total: load.seconds * (1_000 / tickMs) });
  const sent = await send(merchantId, load, cast, marks);
  const lags = await watching;
  stopping.abort();
  await rolling;
  await forgetToday(shop);
  const sorted = lags.toSorted((one, other) => one - other);
  const seconds = (ms: number | undefined) => Math.round(ms ?? patienceMs) / 1_000;
  const figures = {
    ...sent,
    longestSeconds: seconds(sorted.at(-1)),
    medianSeconds: seconds(sorted[Math.floor(sorted.length / 2)]),
  };
  say(`lag: ${figures.medianSeconds} s in the middle, ${figures.longestSeconds} s at most`);
  return figures;
}

/** Sends through the web process's writer, in even portions. */
async function send(
  merchantId: AuthorizedMerchantId,
  { eventsPerSecond, seconds }: Load,
  cast: { visitorIds: string[]; productIds: string[] },
  marks: Mark[],
): Promise<Pick<LagFigures, "sentEvents" | "refused">> {
  const books = new MerchantBooks<PageEvent>("events", recordEvents, {
    maxBatch: 2_000,
    maxQueued: 50_000,
  });
  let [sentEvents, refused, views] = [0, 0, 0];
  const begin = performance.now();
  for (let tick = 1; tick <= (seconds * 1_000) / tickMs; tick += 1) {
    const now = new Date();
    for (let one = 0; one < (eventsPerSecond * tickMs) / 1_000; one += 1) {
      const event = makeEvent(cast, sentEvents, now);
      sentEvents += 1;
      if (event.kind === "view") views += 1;
      void books.record(merchantId, event).then((outcome) => {
        if (outcome === "dropped") refused += 1;
      });
    }
    marks.push({ atMs: performance.now(), views });
    await pause(Math.max(0, begin + tick * tickMs - performance.now()));
  }
  await books.close(30_000);
  return { sentEvents, refused };
}

function makeEvent(
  { visitorIds, productIds }: { visitorIds: string[]; productIds: string[] },
  index: number,
  now: Date,
): PageEvent {
  const kinds = ["view", "view", "dwell", "view", "cart"] as const;
  // Primes walk through people and products without a pattern that the days have.
  const visitorId = visitorIds[(index * 7_919) % visitorIds.length] ?? "";
  const productId = productIds[(index * 104_729) % productIds.length] ?? "";
  const kind = kinds[index % kinds.length] ?? "view";
  return { id: v4(), kind, at: now, receivedAt: now, visitorId, productId, amount: 1 };
}

/** @returns for every mark how long it took until the boards saw it, in milliseconds */
async function watch(
  merchantId: AuthorizedMerchantId,
  { before, marks, total }: { before: number; marks: Mark[]; total: number },
): Promise<number[]> {
  const lags: number[] = [];
  let lastSeenMs = performance.now();
  while (lags.length < total && performance.now() - lastSeenMs < patienceMs) {
    const seen = (await countViews(merchantId)) - before;
    const nowMs = performance.now();
    for (let mark = marks[0]; mark && mark.views <= seen; mark = marks[0]) {
      lags.push(nowMs - mark.atMs);
      lastSeenMs = nowMs;
      marks.shift();
    }
    await pause(250);
  }
  return lags.length < total ? [...lags, patienceMs] : lags;
}

async function countViews(merchantId: AuthorizedMerchantId): Promise<number> {
  const today = shanghaiDay(new Date());
  const window = { from: addDays(today, -1), to: addDays(today, 1) };
  const slice = { kind: "all", key: "" } as const;
  const [measures] = await inMerchant(merchantId, (tx) =>
    readMeasures(tx, { merchantId, slice, windows: [window] }),
  );
  return measures?.figures.views ?? 0;
}

async function readCast(shop: FilledShop): Promise<{ visitorIds: string[]; productIds: string[] }> {
  const ids = async (table: string, limit: number) => {
    const { rows } = await asOwner(shop.ownerUrl, (client) =>
      client.query<{ id: string }>(
        `select id from ${table} where merchant_id = $1 order by hashtext(id::text) limit ${limit}`,
        [shop.merchantId],
      ),
    );
    return rows.map(({ id }) => id);
  };
  return { visitorIds: await ids("visitor", visitorCount), productIds: await ids("product", 500) };
}
