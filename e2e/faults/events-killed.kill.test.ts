import { afterAll, expect, test } from "vitest";
import { faultSize } from "@/e2e/faults/fault-size";
import { faultyShop } from "@/e2e/faults/faulty-shop";
import { type SpawnedProcess, spawnWeb } from "@/e2e/faults/spawn-process";

const size = faultSize({
  small: { kills: 1, senders: 16, aliveMs: 1_500 },
  full: { kills: 5, senders: 64, aliveMs: 4_000 },
});

const { settings } = await faultyShop();
const { v4 } = await import("uuid");
const { asSuperuser, testMerchants } = await import("@/e2e/database");
const { a } = await testMerchants();

let web: SpawnedProcess | null = null;
afterAll(() => web?.kill());

const headers = {
  "user-agent": "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.60",
};

type Message = { visitorId: string; ids: string[]; body: string };

function newMessage(): Message {
  const ids = [v4(), v4(), v4()];
  const [productId] = a.productIds;
  const events = ids.map((id) => ({ id, kind: "view", at: Date.now() - 1_000, productId }));
  return { visitorId: v4(), ids, body: JSON.stringify({ events }) };
}

/** @returns the answer's status, 0 where there was none */
function send(url: string, { visitorId, body }: Message): Promise<number> {
  const cookie = `renhe_visitor=${visitorId}`;
  return fetch(url, { method: "POST", headers: { ...headers, cookie }, body }).then(
    ({ status }) => status,
    () => 0,
  );
}

async function countKept(ids: readonly string[]): Promise<number> {
  const { rows } = await asSuperuser((client) =>
    client.query<{ count: number }>(
      "select count(*)::int as count from event where id = any($1::uuid[])",
      [ids],
    ),
  );
  return rows[0]?.count ?? 0;
}

test("web killed right after its answers loses nothing that it said was kept, and what is sent again counts once", async () => {
  const kept: Message[] = [];
  const unclear: Message[] = [];
  for (let kill = 0; kill < size.kills; kill += 1) {
    const started = await spawnWeb(settings);
    web = started;
    const url = started.url("/api/events");
    let isOver = false;
    const senders = Array.from({ length: size.senders }, async () => {
      while (!isOver) {
        const message = newMessage();
        const status = await send(url, message);
        (status === 204 ? kept : unclear).push(message);
      }
    });
    setTimeout(() => {
      isOver = true;
      void started.kill();
    }, size.aliveMs);
    await Promise.all(senders);
  }
  expect(kept.length).toBeGreaterThan(size.senders);
  const keptIds = kept.flatMap(({ ids }) => ids);
  expect(await countKept(keptIds)).toBe(keptIds.length);

  const again = await spawnWeb(settings);
  web = again;
  const everything = [...kept.slice(0, 20), ...unclear];
  for (const message of everything) {
    while ((await send(again.url("/api/events"), message)) !== 204);
  }
  const allIds = [...kept, ...unclear].flatMap(({ ids }) => ids);
  expect(await countKept(allIds)).toBe(allIds.length);
});
