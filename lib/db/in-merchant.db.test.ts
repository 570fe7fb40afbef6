import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { prisma } from "@/lib/db/client";
import { inMerchant } from "@/lib/db/in-merchant";

function currentMerchant(tx: Parameters<Parameters<typeof inMerchant>[1]>[0]) {
  return tx.$queryRaw<{ id: string | null }[]>`
    select nullif(current_setting('app.merchant_id', true), '') as id`.then(([row]) => row?.id);
}

// The first one of the file: pg warns once in the life of a process.
test("what is asked at once in one transaction is answered in turn, and pg has nothing to warn of", async () => {
  const { a } = await testMerchants();
  const warnings: string[] = [];
  const note = ({ name }: Error) => warnings.push(name);
  process.on("warning", note);
  const numbers = [1, 2, 3, 4, 5];
  const answers = await inMerchant(a.merchantId, (tx) =>
    Promise.all(numbers.map((n) => tx.$queryRaw<{ n: number }[]>`select ${n}::int as n`)),
  );
  await inMerchant(a.merchantId, (tx) =>
    tx.order.findMany({ include: { lines: true, payments: true } }),
  );
  await new Promise(setImmediate);
  process.off("warning", note);
  expect(answers.flat().map(({ n }) => n)).toEqual(numbers);
  expect(warnings).not.toContain("DeprecationWarning");
});

test("of what is asked at once, the error told is that of the question which failed, not that nothing can be asked after it", async () => {
  const { a } = await testMerchants();
  const told = await Promise.allSettled(
    [0, 1, 2, 3].map((before) =>
      inMerchant(a.merchantId, (tx) =>
        Promise.all([
          ...Array.from({ length: before }, () => tx.$queryRaw`select 1`),
          tx.$queryRaw`select 1 / (random() * 0)::int`,
          tx.$queryRaw`select 2`,
          tx.order.findFirst(),
        ]),
      ),
    ),
  );
  expect(told).toMatchObject(told.map(() => ({ status: "rejected", reason: { code: "22012" } })));
  // What a connection failed at is forgotten with the transaction.
  expect(await inMerchant(a.merchantId, currentMerchant)).toBe(a.merchantId);
});

test("transactions of two merchants that run side by side on few connections never mix", async () => {
  const { a, b } = await testMerchants();
  const seen = await Promise.all(
    Array.from({ length: 100 }, (_, index) => {
      const { merchantId } = index % 2 === 0 ? a : b;
      return inMerchant(merchantId, async (tx) => {
        const id = await currentMerchant(tx);
        const owners = await tx.sku.findMany({ select: { merchantId: true } });
        return [id, ...owners.map((owner) => owner.merchantId)].every((one) => one === merchantId);
      });
    }),
  );
  expect(seen).toEqual(Array.from({ length: 100 }, () => true));
});

test("a transaction that nobody opened for a merchant sees no tenant's row", async () => {
  const { a } = await testMerchants();
  await inMerchant(a.merchantId, (tx) => tx.sku.count());
  const [bare, plain] = await prisma().$transaction((tx) =>
    Promise.all([currentMerchant(tx), tx.sku.count()]),
  );
  expect([bare, plain]).toEqual([null, 0]);
  expect(await prisma().sku.count()).toBe(0);
});

test("what is no UUID opens no transaction", async () => {
  const forged = authorizeMerchantId("x', true); drop table orders; --");
  await expect(inMerchant(forged, (tx) => tx.sku.count())).rejects.toThrow(/UUID/);
  await asSuperuser((client) => client.query("select from orders"));
});

test("no question is compiled before it is answered", async () => {
  const { a } = await testMerchants();
  const [setting] = await inMerchant(
    a.merchantId,
    (tx) => tx.$queryRaw<{ jit: string }[]>`show jit`,
  );
  expect(setting).toEqual({ jit: "off" });
});

test("a statement may take as long as its transaction was given, and afterwards no longer than any other", async () => {
  const { a } = await testMerchants();
  const ask = (options: { timeoutMs?: number }) =>
    inMerchant(
      a.merchantId,
      async (tx) => {
        const [row] = await tx.$queryRaw<{ limit: string }[]>`
          select current_setting('statement_timeout') as limit`;
        return row?.limit;
      },
      options,
    );
  expect(await ask({ timeoutMs: 90_000 })).toBe("90s");
  expect(await ask({})).toBe("30s");
});
