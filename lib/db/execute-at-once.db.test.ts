import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { type AuthorizedMerchantId, authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { connections } from "@/lib/db/client";
import { executeAtOnce } from "@/lib/db/execute-at-once";
import { inMerchant } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

const titlesOf = (merchantId: AuthorizedMerchantId) =>
  inMerchant(merchantId, async (tx) =>
    (await tx.product.findMany()).map(({ title }) => title).toSorted(),
  );

test("a statement sees and writes its own merchant's rows only, however many go side by side", async () => {
  const { a, b } = await testMerchants();
  const [ofA, ofB] = [await titlesOf(a.merchantId), await titlesOf(b.merchantId)];
  const all = Prisma.sql`update product set title = title where title <> ${"nothing"}::text`;
  const written = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      executeAtOnce(index % 3 === 0 ? a.merchantId : b.merchantId, all),
    ),
  );
  const expected = written.map((_, index) => (index % 3 === 0 ? ofA.length : ofB.length));
  expect(written).toEqual(expected);
  expect(ofA.length).toBeGreaterThan(0);

  const theirs = Prisma.sql`update product set title = 'taken' where merchant_id = ${b.merchantId}::uuid`;
  expect(await executeAtOnce(a.merchantId, theirs)).toBe(0);
  expect(await titlesOf(b.merchantId)).toEqual(ofB);
});

test("what Postgres refuses leaves nothing behind, and its connection serves whoever comes next", async () => {
  const { a } = await testMerchants();
  const before = await titlesOf(a.merchantId);
  const broken = Prisma.sql`with renamed as (update product set title = 'gone' returning 1 as one)
    select one / ${0}::int from renamed`;
  const tries = Array.from({ length: 30 }, () => executeAtOnce(a.merchantId, broken));
  const ends = await Promise.allSettled(tries);
  expect(ends.map(({ status }) => status)).not.toContain("fulfilled");
  await expect(executeAtOnce(a.merchantId, broken)).rejects.toThrow("division by zero");
  expect(await titlesOf(a.merchantId)).toEqual(before);
  const same = Prisma.sql`update product set title = title`;
  expect(await executeAtOnce(a.merchantId, same)).toBe(before.length);
});

test("a NUL in a text is told as bad input, and what is no UUID opens nothing and keeps no connection", async () => {
  const { a } = await testMerchants();
  const nul = Prisma.sql`update product set title = ${"a\0b"}::text`;
  await expect(executeAtOnce(a.merchantId, nul)).rejects.toMatchObject({ code: "bad_request" });
  const forged = authorizeMerchantId("x', true); drop table orders; --");
  const drop = Prisma.sql`select 1`;
  for (let time = 0; time < 30; time++) {
    await expect(executeAtOnce(forged, drop)).rejects.toThrow(/UUID/);
  }
  await asSuperuser((client) => client.query("select from orders"));
  const { totalCount, idleCount } = connections();
  expect(idleCount).toBe(totalCount);
});

test("a connection that is lost meanwhile is told to whoever waits, and not used again", async () => {
  const { a } = await testMerchants();
  const sleep = Prisma.sql`select pg_sleep(20), ${"executeAtOnce"}::text`;
  const asleep = executeAtOnce(a.merchantId, sleep).catch((error: unknown) => error);
  const killed = await asSuperuser(async (client) => {
    for (;;) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where query like 'select pg_sleep(20), %' and state = 'active'`,
      );
      if (rowCount) return rowCount;
    }
  });
  expect(killed).toBe(1);
  expect(await asleep).toBeInstanceOf(Error);
  const same = Prisma.sql`update product set title = title`;
  expect(await executeAtOnce(a.merchantId, same)).toBeGreaterThan(0);
});
