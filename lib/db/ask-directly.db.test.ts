import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { prisma } from "@/lib/db/client";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/** A value of every type that statements here give and take. */
function everyType(tx: Pick<MerchantTx, "$queryRaw">) {
  const at = new Date("2026-03-01T16:30:00.123Z");
  return tx.$queryRaw<Record<string, unknown>[]>`
    select ${"01a20096-e97f-7178-9ad2-e9120d72df54"}::uuid as id, ${9_007_199_254_740_993n}::bigint as fen,
      ${7}::int as count, ${true}::boolean as flag, ${at}::timestamptz as at, ${at}::timestamptz::date as day,
      ${null}::text as nothing, ${"it's \\ quoted"}::text as text, ${["a,b", 'c"d']}::text[] as texts,
      sum(${3n}::bigint) as sum, array[1, 2]::bigint[] as fens, array[]::bigint[] as none,
      ${'{"a":[1,null]}'}::jsonb as json, 'approved'::distributor_status as state,
      array_agg(${"01a20096-e97f-7178-9ad2-e9120d72df54"}::uuid) as ids, count(*) as rows,
      1.5::float8 as float, ${Prisma.sql`1 + ${1}::int`} as nested`;
}

test("a hand-written statement answers with the same types, directly or through Prisma", async () => {
  const { a } = await testMerchants();
  const direct = await inMerchant(a.merchantId, everyType);
  const throughPrisma = await prisma().$transaction(everyType);
  expect(direct).toEqual(throughPrisma);
  expect(direct[0]).toMatchObject({ fen: 9_007_199_254_740_993n, count: 7, sum: { d: [3] } });
});

test("what is written directly is undone with the transaction, and counted", async () => {
  const { a } = await testMerchants();
  const { merchantId } = a;
  const undone = inMerchant(merchantId, async (tx) => {
    const count =
      await tx.$executeRaw`update product set title = 'gone' where merchant_id = ${merchantId}::uuid`;
    expect(count).toBe(2);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  const titles = await inMerchant(merchantId, (tx) => tx.product.findMany());
  expect(titles.map(({ title }) => title)).not.toContain("gone");
});

test("nothing is asked in the name of a transaction that is over", async () => {
  const { a } = await testMerchants();
  const kept = await inMerchant(a.merchantId, (tx) =>
    Promise.resolve({ ask: () => tx.$queryRaw`select 1` }),
  );
  await expect(kept.ask()).rejects.toThrow("the transaction is over");

  const late = inMerchant(
    a.merchantId,
    async (tx) => {
      await tx.$queryRaw`select pg_sleep(0.3)`;
      await tx.$queryRaw`select 1`;
    },
    { timeoutMs: 100 },
  );
  await expect(late).rejects.toThrow(/over|expired|closed/);
});

test("a statement that is planned anew is not among those that a connection has prepared", async () => {
  const { a } = await testMerchants();
  const prepared = await inMerchant(a.merchantId, async (tx) => {
    await tx.$queryRaw`select ${1}::int as kept_plan`;
    await tx.$queryRaw`${plannedAnew} select ${1}::int as new_plan`;
    const rows = await tx.$queryRaw<{ statement: string }[]>`
      select statement from pg_prepared_statements where statement ~ '(kept|new)_plan$'`;
    return rows.map(({ statement }) => statement.slice(-9));
  });
  expect(prepared).toEqual(["kept_plan"]);
});
