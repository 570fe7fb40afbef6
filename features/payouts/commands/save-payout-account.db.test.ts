import { expect, test } from "vitest";
import { bookPayout } from "@/e2e/booked-payout";
import { testMerchants } from "@/e2e/database";
import { addFreeFreight } from "@/e2e/order-fixtures";
import { addStaff, earn, giveAccount } from "@/e2e/payout-fixtures";
import { exportFiling } from "@/features/closing/commands/export-filing";
import { listTaxPeople } from "@/features/closing/queries/list-tax-people";
import { listTaxStatements } from "@/features/payouts/queries/list-tax-statements";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId, level1 } = a;
const { distributorId, openId } = level1;
const on = (day: string) => new Date(`2026-${day}T04:00:00.000Z`);

async function pay(requestedAt: Date, grossFen: bigint): Promise<void> {
  const account = await inMerchant(merchantId, (tx) =>
    tx.payoutAccount.findFirstOrThrow({ where: { distributorId } }),
  );
  const { idNumberHash } = account;
  const payout = { distributorId, openId, grossFen, requestedAt, end: "paid" as const };
  await bookPayout(a, { ...payout, columns: { idNumberHash } });
}

const former = () => inMerchant(merchantId, (tx) => tx.formerPayoutIdentity.count());
const statements = (shop = merchantId) =>
  inMerchant(shop, (tx) => listTaxStatements(tx, { merchantId: shop, distributorId, year: 2026 }));

test("what was paid under an identity number is filed and stated under it, also after another one took its place", async () => {
  await addFreeFreight(a);
  await earn(a, level1, 50_000n, on("03-01"));
  // Nothing was ever withdrawn under the first one: nothing of it is kept.
  await giveAccount(a, level1, on("03-01"), { realName: "赵一", serial: 1 });
  await giveAccount(a, level1, on("03-02"), { realName: "钱二", serial: 2 });
  expect(await former()).toBe(0);
  await pay(on("03-10"), 10_000n);
  await giveAccount(a, level1, on("03-20"), { realName: "孙三丰", serial: 3 });
  await pay(on("03-25"), 20_000n);

  const filing = await exportFiling(await addStaff(a, on("04-02")), "2026-03", on("04-02"));
  if (!filing.ok) throw new Error(filing.reason);
  expect(filing.rows).toMatchObject([
    { realName: "孙三丰", idNumber: expect.stringMatching(/^\d{17}[\dX]$/), grossFen: 20_000n },
    { realName: "钱二", idNumber: expect.stringMatching(/^\d{17}[\dX]$/), grossFen: 10_000n },
  ]);
  const tails = filing.rows.map(({ idNumber }) => idNumber.slice(-4));
  const people = await inMerchant(merchantId, (tx) =>
    listTaxPeople(tx, { merchantId, month: "2026-03" }),
  );
  expect(people.map(({ idNumberTail }) => idNumberTail)).toEqual(tails);
  expect(await statements()).toMatchObject([
    { maskedName: "孙**", idNumberTail: tails[0], grossFen: 20_000n },
    { maskedName: "钱**", idNumberTail: tails[1], grossFen: 10_000n },
  ]);
  expect(await statements(b.merchantId)).toEqual([]);
});

test("who comes back to an earlier number has it once", async () => {
  await giveAccount(a, level1, on("04-10"), { realName: "钱二", serial: 2 });
  expect(await former()).toBe(2);
  expect((await statements()).map(({ grossFen }) => grossFen)).toEqual([10_000n, 20_000n]);
});
