import { expect, test } from "vitest";
import { checkLedgerWrites } from "@/scripts/checks/check-ledger-writes";
import { plantTree } from "@/scripts/checks/plant-tree";

const path = "features/payouts/commands/pay-out.ts";
const schema = {
  "prisma/schema/distributor.prisma": "model Distributor {\n  accounts LedgerAccount[]\n}\n",
};

async function placesIn(files: Record<string, string>): Promise<string[]> {
  const findings = await checkLedgerWrites.run(plantTree({ ...schema, ...files }));
  return findings.map(({ place }) => place);
}

test.each([
  "tx.ledgerAccount.create({ data })",
  "tx.ledgerAccount.createMany({ data })",
  "tx.ledgerAccount.createManyAndReturn({ data })",
  "tx.ledgerAccount\n  .update({ data })",
  "tx.ledgerAccount.updateMany({ data })",
  "tx.ledgerTransfer.upsert({ data })",
  "tx.ledgerTransfer.delete({ where })",
  "tx.ledgerTransfer?.deleteMany()",
  'tx["ledgerTransfer"].create({ data })',
  "const { ledgerTransfer } = tx; ledgerTransfer.create({ data })",
  "tx.distributor.update({ data: { accounts: { create: { id } } } })",
  "tx.$executeRaw`insert into ledger_transfer (id) values (1)`",
  'tx.$executeRaw`INSERT  INTO\n  "ledger_transfer" (id) values (1)`',
  'client.query("update public.ledger_account set balance_fen = 0")',
  'client.query(\'UPDATE only "public"."ledger_account" set balance_fen = 0\')',
  'client.query("delete from ledger_account")',
  'client.query("truncate table ledger_transfer")',
  'client.query("copy ledger_transfer from stdin")',
])("a write to the ledger outside its feature is seen: %s", async (statement) => {
  const places = await placesIn({ [path]: `\n${statement}` });
  expect(places.map((place) => place.split(":")[0])).toEqual([path]);
});

test("the place names file and line, and SQL files are read too", async () => {
  const files = { "scripts/database/repair.sql": "select 1;\ndelete from ledger_transfer;\n" };
  expect(await placesIn(files)).toEqual(["scripts/database/repair.sql:2"]);
});

test.each([
  "tx.ledgerAccount.findMany({ where })",
  "tx.ledgerTransfer.aggregate({ where })",
  "tx.$queryRaw`select * from ledger_account for update`",
  "tx.$queryRaw`select balance_fen from ledger_account`",
  "tx.distributor.findMany({ include: { accounts: { select: { id: true } } } })",
])("reading the ledger is free: %s", async (statement) => {
  expect(await placesIn({ [path]: statement })).toEqual([]);
});

test("the ledger's own feature, migrations and tests may write", async () => {
  const write = "tx.ledgerTransfer.create({ data })";
  const files = {
    "features/ledger/commands/post-transfers.ts": write,
    "prisma/migrations/1/migration.sql": "insert into ledger_account values (1)",
    "features/payouts/commands/pay-out.db.test.ts": write,
  };
  expect(await placesIn(files)).toEqual([]);
});
