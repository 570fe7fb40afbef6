import { expect, test } from "vitest";
import { checkTenantTables } from "@/scripts/checks/check-tenant-tables";
import { plantTree } from "@/scripts/checks/plant-tree";

const tenant = '  merchantId String @map("merchant_id") @db.Uuid\n  id String @db.Uuid\n';
const product = `model Product {\n${tenant}  skus Sku[]\n\n  @@id([merchantId, id])\n}\n`;
const sku = (body: string) => `${product}\nmodel Sku {\n${body}}\n`;
const sound =
  `${tenant}  code String\n  productId String @map("product_id")\n` +
  "  product Product @relation(fields: [merchantId, productId], references: [merchantId, id])\n" +
  "\n  @@id([merchantId, id])\n  @@unique([\n    merchantId,\n    code\n  ])\n" +
  "  /// @@index([code])\n  @@index(fields: [merchantId(sort: Desc), productId])\n";

async function messagesFor(schema: string, migrations: Record<string, string> = {}) {
  const root = plantTree({ "prisma/schema/sku.prisma": schema, ...migrations });
  return (await checkTenantTables.run(root)).map(({ place, message }) => `${place} ${message}`);
}

test("tables whose every key begins with merchantId have no findings", async () => {
  const platform =
    "model Merchant {\n  id String @id\n  slug String @unique\n}\n" +
    'model MerchantProfile {\n  merchantId String @id @map("merchant_id") @db.Uuid\n}\n';
  expect(await messagesFor(sku(sound) + platform)).toEqual([]);
});

test.each([
  ["no merchantId", "  id String @id\n", "Sku has no merchantId"],
  [
    "a primary key without it",
    sound.replace("@@id([merchantId, id])", "@@id([id])"),
    "@@id([id]) must begin with merchantId",
  ],
  [
    "a primary key in which it does not lead",
    sound.replace("@@id([merchantId, id])", "@@id([id, merchantId])"),
    "must begin with merchantId",
  ],
  ["no primary key", sound.replace("  @@id([merchantId, id])\n", ""), "Sku has no @@id"],
  [
    "a unique key in which it does not lead",
    sound.replace("    merchantId,\n    code", "    code,\n    merchantId"),
    "@@unique([code,merchantId]) must begin",
  ],
  [
    "an index without it",
    sound.replace("merchantId(sort: Desc), productId", "productId"),
    "@@index([productId]) must begin",
  ],
  ["a unique field", sound.replace("code String", "code String @unique"), "Sku.code: @unique"],
  ["an id field", sound.replace("id String @db.Uuid", "id String @id @db.Uuid"), "Sku.id: @id"],
  [
    "a relation without it",
    sound.replace("fields: [merchantId, productId]", "fields: [productId]"),
    "Sku.product: fields of the relation",
  ],
  [
    "a relation to a key without it",
    sound.replace("references: [merchantId, id]", "references: [id]"),
    "Sku.product: references of the relation",
  ],
  [
    "merchantId alone as key, unlisted",
    '  merchantId String @id @map("merchant_id") @db.Uuid\n',
    "Sku: merchantId alone is the key",
  ],
  [
    "merchantId under another column name",
    sound.replace('@map("merchant_id")', '@map("tenant")'),
    "Sku: merchantId must be",
  ],
])("a table with %s is seen", async (_, body, message) => {
  const messages = await messagesFor(sku(body));
  expect(messages.join("\n")).toContain(message);
  expect(messages.every((line) => line.startsWith("prisma/schema/sku.prisma:9 "))).toBe(true);
});

const first = "prisma/migrations/1_tables/migration.sql";
const second = "prisma/migrations/2_rules/migration.sql";
const create =
  'CREATE TABLE "sku" (\n  "merchant_id" UUID NOT NULL,\n  "n" INT CHECK (n IN (1))\n);\n';
const isolate = "select isolate_tenant_tables();\n";

test("tables that a later call isolates have no findings, in the same or a later migration", async () => {
  expect(await messagesFor(product, { [first]: create + isolate })).toEqual([]);
  expect(await messagesFor(product, { [first]: create, [second]: isolate })).toEqual([]);
  const platform = 'create table "merchant" (\n  "id" uuid\n);\n';
  expect(await messagesFor(product, { [first]: platform })).toEqual([]);
});

test.each([
  ["never isolated", { [first]: create }],
  ["isolated in a comment only", { [first]: `${create}-- ${isolate}` }],
  ["created after the call", { [first]: isolate + create }],
  ["created in a migration after the call", { [first]: isolate, [second]: create }],
  [
    "isolated by a function that is only defined",
    { [first]: `${create}create function isolate_tenant_tables() returns void as $$ $$;` },
  ],
  ["a partition", { [first]: `${isolate}create table sku partition of skus default;` }],
  ["a tenant's since", { [first]: `${isolate}alter table sku add column merchant_id uuid;` }],
])("a table that is %s is seen", async (_, migrations) => {
  const messages = await messagesFor(product, migrations);
  expect(messages.join()).toContain("sku has merchant_id and no isolate_tenant_tables() follows");
});

test("taking row security away is seen", async () => {
  const migration = `${create}${isolate}\nalter table sku disable row level security;`;
  expect(await messagesFor(product, { [first]: migration })).toEqual([
    `${first}:7 row security is never taken away`,
  ]);
});
