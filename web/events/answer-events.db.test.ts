import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { v4 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { prepareEventMonths } from "@/features/events/commands/prepare-event-months";
import { recordEvents } from "@/features/events/commands/record-events";
import type { PageEvent } from "@/features/events/schema";
import { merchantOfHost } from "@/features/merchants/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { answerEvents } from "@/web/events/answer-events";
import { VisitorBudget } from "@/web/events/visitor-budget";
import { MerchantBooks } from "@/web/group-commit/merchant-books";

const { a, b } = await testMerchants();
const now = new Date("2026-07-01T08:00:00Z");
await prepareEventMonths(a.merchantId, now);

const state = { down: false };
const books = new MerchantBooks<readonly PageEvent[]>("events", (merchantId, batches) => {
  if (state.down) throw new Error("the database is away");
  return recordEvents(merchantId, batches.flat());
});
const budget = new VisitorBudget();
const server = createServer((request, response) => {
  const parts = { findShop: merchantOfHost, books, budget, now: () => now };
  void answerEvents(parts, { request, response, event: { requestId: "test" } });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const browser = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.60";
const visitorId = v4();

function send(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://localhost:${port}/api/events`, {
    method: "POST",
    headers: { "user-agent": browser, cookie: `renhe_visitor=${visitorId}`, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

const event = (over: Record<string, unknown> = {}) => ({
  id: v4(),
  kind: "view",
  at: now.getTime() - 1_000,
  ...over,
});

const ofVisitor = (id = visitorId) =>
  inMerchant(a.merchantId, (tx) => tx.event.findMany({ where: { visitorId: id } }));

const countAll = () =>
  asSuperuser(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from event",
    );
    return rows[0]?.count ?? 0;
  });

test("what a page sends is durable when the answer leaves, and what is replayed counts once", async () => {
  const view = event({ productId: a.productIds[0] });
  const dwell = event({ kind: "dwell", amount: 4_200 });
  expect((await send({ events: [view, dwell] })).status).toBe(204);
  expect((await send({ events: [view, dwell, view] })).status).toBe(204);
  const found = await ofVisitor();
  expect(found.map(({ kind, amount }) => [kind, amount]).sort()).toEqual([
    ["dwell", 4_200],
    ["view", 0],
  ]);
});

test("a browser without a name gets one, under which its events stand", async () => {
  const answer = await send({ events: [event()] }, { cookie: "" });
  const [, given = ""] =
    /renhe_visitor=([0-9a-f-]+)/.exec(answer.headers.get("set-cookie") ?? "") ?? [];
  expect(await ofVisitor(given)).toHaveLength(1);
});

test.each([
  ["no JSON", "{"],
  ["a kind that nobody knows", { events: [event({ kind: "steal" })] }],
  ["a field that nobody knows", { events: [event({ merchantId: b.merchantId })] }],
  ["fifty-one events", { events: Array.from({ length: 51 }, () => event()) }],
  ["none", { events: [] }],
  ["a number that is no moment", { events: [event({ at: "yesterday" })] }],
])("%s is refused and leaves nothing", async (_what, body) => {
  const before = await countAll();
  expect((await send(body)).status).toBe(400);
  expect(await countAll()).toBe(before);
});

test.each([
  ["of the future", { at: now.getTime() + 600_000 }],
  ["of a hundred years ago", { at: 0 }],
  ["three days late and more", { at: now.getTime() - 72 * 3_600_000 - 1 }],
  ["about another merchant's product", { productId: b.productIds[0] }],
  ["about an invented product", { productId: v4() }],
])("an event %s is left out, and the others of its page count", async (_what, over) => {
  const mine = v4();
  const answer = await send(
    { events: [event(over), event()] },
    { cookie: `renhe_visitor=${mine}` },
  );
  expect(answer.status).toBe(204);
  expect(await ofVisitor(mine)).toHaveLength(1);
});

test("machines and staff are not counted, foreign pages and other methods find nothing", async () => {
  const before = await countAll();
  expect((await send({ events: [event()] }, { "user-agent": "curl/8" })).status).toBe(204);
  expect((await send({ events: [event()] }, { cookie: "renhe_staff=x" })).status).toBe(204);
  expect((await send({ events: [event()] }, { origin: "https://evil.example" })).status).toBe(404);
  const { port } = server.address() as AddressInfo;
  expect((await fetch(`http://localhost:${port}/api/events`)).status).toBe(405);
  expect(await countAll()).toBe(before);
});

test("a megabyte is refused before it is read", async () => {
  const answer = await send("x".repeat(1_000_000)).catch(() => null);
  if (answer) expect(answer.status).toBe(413);
  expect((await send({ events: [event()] })).status).toBe(204);
});

test("a hundred thousand invented products of one visitor leave nothing, and are refused after the first 600", async () => {
  const before = await countAll();
  const cookie = { cookie: `renhe_visitor=${v4()}` };
  const batch = () => ({ events: Array.from({ length: 50 }, () => event({ productId: v4() })) });
  const statuses: number[] = [];
  for (let sent = 0; sent < 2_000; sent += 100) {
    const some = Array.from({ length: 100 }, () => send(batch(), cookie));
    statuses.push(...(await Promise.all(some)).map(({ status }) => status));
  }
  expect(statuses.filter((status) => status !== 429)).toHaveLength(12);
  expect(await countAll()).toBe(before);
});

test("while the database is away the answer says so, and a repetition does not double", async () => {
  const mine = v4();
  const body = { events: [event(), event()] };
  state.down = true;
  const cookie = { cookie: `renhe_visitor=${mine}` };
  expect((await send(body, cookie)).status).toBe(503);
  state.down = false;
  expect([204, 503]).toContain((await send(body, cookie)).status);
  await books.close(5_000);
  expect(await ofVisitor(mine)).toHaveLength(2);
});

test("a month without a partition gets one, twice the same, and nobody reaches it past the parent", async () => {
  const far = new Date("2031-01-15T00:00:00Z");
  expect((await prepareEventMonths(b.merchantId, far)).made).toBeGreaterThan(0);
  expect((await prepareEventMonths(b.merchantId, far)).made).toBe(0);
  const direct = inMerchant(a.merchantId, (tx) => tx.$queryRaw`select * from event_203101`);
  await expect(direct).rejects.toThrow(/permission denied/);
});
