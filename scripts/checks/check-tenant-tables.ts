import type { Check, Finding } from "@/scripts/checks/check";
import { oneRowPerMerchantModels, platformModels } from "@/scripts/checks/exceptions";
import { findUnisolatedTables } from "@/scripts/checks/find-unisolated-tables";
import {
  type PrismaField,
  type PrismaModel,
  parseColumns,
  parsePrismaModels,
} from "@/scripts/checks/parse-prisma-models";
import { readSources } from "@/scripts/checks/read-sources";

/** merchantId leads every key of every tenant table, and row security covers what migrations create. */
export const checkTenantTables: Check = {
  name: "tenant-tables",
  run: async (root) => {
    const schema = await readSources(root, (path) => /^prisma\/schema\/.*\.prisma$/.test(path));
    const migrations = await readSources(root, (path) =>
      /^prisma\/migrations\/.*\.sql$/.test(path),
    );
    if (schema.length === 0) throw new Error("there is no schema in prisma/schema/");
    const keys = schema.flatMap(({ path, text }) =>
      parsePrismaModels(text).flatMap((model) =>
        judgeModel(model).map((message) => ({ place: `${path}:${model.line}`, message })),
      ),
    );
    return [...keys, ...findUnisolatedTables(migrations)];
  },
};

function judgeModel(model: PrismaModel): Finding["message"][] {
  if (platformModels.includes(model.name)) return [];
  const tenant = model.fields.find((field) => field.name === "merchantId");
  if (!tenant) return [`${model.name} has no merchantId`];
  return [
    ...judgeTenantColumn(model.name, tenant),
    ...judgePrimaryKey(model, tenant),
    ...model.keys
      .filter(({ columns }) => columns[0] !== "merchantId")
      .map(
        ({ kind, columns }) => `${model.name}: @@${kind}([${columns}]) must begin with merchantId`,
      ),
    ...model.fields.flatMap((field) => judgeField(model.name, field)),
  ];
}

function judgeTenantColumn(model: string, { type, attributes }: PrismaField): string[] {
  const isColumn = type === "String" && attributes.includes('@map("merchant_id")');
  if (isColumn && attributes.includes("@db.Uuid")) return [];
  return [`${model}: merchantId must be String @map("merchant_id") @db.Uuid`];
}

function judgePrimaryKey({ name, keys }: PrismaModel, tenant: PrismaField): string[] {
  if (keys.some((key) => key.kind === "id")) return [];
  if (!/@id\b/.test(tenant.attributes)) return [`${name} has no @@id([merchantId, …])`];
  if (oneRowPerMerchantModels.includes(name)) return [];
  return [`${name}: merchantId alone is the key, and the model is not on the list of such tables`];
}

function judgeField(model: string, { name, attributes }: PrismaField): string[] {
  const alone = /@(id|unique)\b/.exec(attributes)?.[1];
  const messages =
    alone && name !== "merchantId"
      ? [`${model}.${name}: @${alone} must be a key with merchantId`]
      : [];
  if (!/@relation\(.*fields:/.test(attributes)) return messages;
  const unled = ["fields", "references"].filter(
    (side) => parseColumns(attributes, `${side}:`)[0] !== "merchantId",
  );
  return [
    ...messages,
    ...unled.map((side) => `${model}.${name}: ${side} of the relation must begin with merchantId`),
  ];
}
