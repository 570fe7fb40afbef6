import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { changeEventRetention } from "@/features/events/commands/change-event-retention";
import { dropExpiredEvents } from "@/features/events/commands/drop-expired-events";
import { prepareEventMonths } from "@/features/events/commands/prepare-event-months";
import { getEventRetention } from "@/features/events/queries/get-event-retention";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const now = new Date();
/** The middle of the month that lies so many months back. */
const monthsAgo = (months: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15));
const keep = (shop: typeof a, retentionMonths: number) =>
  changeEventRetention({ ...shop, staffId: shop.ownerId }, { retentionMonths }, now);
const nameOf = (at: Date) => `event_${at.toISOString().slice(0, 7).replace("-", "")}`;

async function writeEvent(at: Date): Promise<void> {
  await prepareEventMonths(a.merchantId, at);
  await asSuperuser((client) =>
    client.query(
      `insert into event (merchant_id, at, id, kind, visitor_id, received_at, product_id)
       values ($1, $2, gen_random_uuid(), 'view', gen_random_uuid(), $2, $3)`,
      [a.merchantId, at, a.productIds[0]],
    ),
  );
}

const partitions = () =>
  asSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'event'::regclass",
    );
    return rows.map(({ name }) => name);
  });

test("months that no merchant keeps any more go whole, the one who keeps them longest decides", async () => {
  const [old, kept] = [monthsAgo(61), monthsAgo(60)];
  await writeEvent(old);
  await writeEvent(kept);
  await keep(a, 13);
  await keep(b, 60);
  await dropExpiredEvents(a.merchantId, now);
  const left = await partitions();
  expect([left.includes(nameOf(old)), left.includes(nameOf(kept))]).toEqual([false, true]);
  expect((await dropExpiredEvents(b.merchantId, now)).dropped).toBe(0);
  await keep(b, 13);
  await dropExpiredEvents(a.merchantId, now);
  expect(await partitions()).not.toContain(nameOf(kept));
  expect(await partitions()).toContain(nameOf(now));
});

test("who has never chosen keeps 25 months, and a clock that runs ahead drops nothing", async () => {
  await asSuperuser((client) => client.query("delete from event_setting"));
  expect(await inMerchant(a.merchantId, (tx) => getEventRetention(tx, a))).toBe(25);
  await writeEvent(monthsAgo(25));
  await writeEvent(monthsAgo(26));
  await dropExpiredEvents(a.merchantId, new Date("2999-01-01T00:00:00Z"));
  const left = await partitions();
  expect([25, 26].map((months) => left.includes(nameOf(monthsAgo(months))))).toEqual([true, false]);
});

test("the application cannot drop a month by itself, nor see another merchant's choice", async () => {
  const direct = inMerchant(a.merchantId, (tx) => tx.$executeRaw`drop table event`);
  await expect(direct).rejects.toThrow(/must be owner/);
  await keep(b, 99);
  expect(await inMerchant(a.merchantId, (tx) => tx.eventSetting.findMany())).toEqual([]);
});
