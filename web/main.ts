import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { recordEvents } from "@/features/events/commands/record-events";
import type { PageEvent } from "@/features/events/schema";
import { merchantOfHost } from "@/features/merchants/gate";
import { writeShareClicks } from "@/features/sharing/commands/write-share-clicks";
import { systemClock } from "@/lib/clock/now";
import { disconnectDatabase } from "@/lib/db/client";
import { isDatabaseReady } from "@/lib/db/is-database-ready";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";
import { answerRequests, newLandingToken } from "@/web/answer-request";
import { VisitorBudget } from "@/web/events/visitor-budget";
import { MerchantBooks } from "@/web/group-commit/merchant-books";
import { BindQueue } from "@/web/landing/bind-queue";
import { pageFetcher } from "@/web/landing/fetch-page";
import { LinkCache } from "@/web/landing/link-cache";
import { PageCache } from "@/web/landing/page-cache";

/** How long requests that were begun may take to end after the word to stop. */
const graceMs = 8_000;
const flushMs = 3_000;

const dev = env().NODE_ENV === "development";
const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000 });
// Longer than a proxy in front keeps its own: the proxy must be the one that closes.
server.keepAliveTimeout = 65_000;
// Whoever takes a minute over one packet does not hold a connection for us. HMR's sockets are idle.
server.timeout = dev ? 0 : 60_000;
server.maxHeadersCount = 100;

const app = next({ dev, dir: process.cwd(), port: env().PORT, httpServer: server });
const landingToken = newLandingToken();
const clicks = new MerchantBooks("clicks", writeShareClicks);
const binds = new BindQueue();
const events = new MerchantBooks<readonly PageEvent[]>(
  "events",
  (merchantId, batches) => recordEvents(merchantId, batches.flat()),
  { maxBatch: 200, maxQueued: 5_000, atOnce: 2 },
);
let stopping = false;

const port = () => (server.address() as AddressInfo).port;
// The first page of a development server is compiled while it is waited for.
const fetchPage = pageFetcher({ port, token: landingToken, timeoutMs: dev ? 60_000 : 5_000 });
const onTrouble = (error: unknown) => log.warn({ err: error }, "landing page not refreshed");

await app.prepare();
server.on(
  "request",
  answerRequests({
    next: app.getRequestHandler(),
    landing: {
      links: new LinkCache(Date.now),
      pages: new PageCache({ fetchPage, nowMs: Date.now, onTrouble }),
      clicks,
      binds,
      now: systemClock,
    },
    events: {
      findShop: merchantOfHost,
      books: events,
      budget: new VisitorBudget(),
      now: systemClock,
    },
    health: { isReady: isDatabaseReady, isStopping: () => stopping },
    dev,
    landingToken,
  }),
);
server.listen(env().PORT, () => log.info({ port: port() }, "web is listening"));

/** Finishes what was begun, writes the clicks that wait, then ends. A second word ends at once. */
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const limit = new Promise<void>((resolve) => setTimeout(resolve, graceMs).unref());
  await Promise.race([closed, limit]);
  server.closeAllConnections();
  await Promise.all([clicks.close(flushMs), events.close(flushMs)]);
  await binds.drain();
  await app.close();
  await disconnectDatabase();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
