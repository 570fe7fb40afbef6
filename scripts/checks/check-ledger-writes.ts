import type { Check } from "@/scripts/checks/check";
import { ledgerWriters } from "@/scripts/checks/exceptions";
import { type ForbiddenText, findPattern } from "@/scripts/checks/find-pattern";
import { parsePrismaModels } from "@/scripts/checks/parse-prisma-models";
import { isTest, readSources } from "@/scripts/checks/read-sources";

const write = "(create|update|upsert|delete)\\w*";
const verb =
  "(insert\\s+into|update|delete\\s+from|truncate(\\s+table)?|merge\\s+into|copy)(\\s+only)?";
const table = '("?\\w+"?\\s*\\.\\s*)?"?ledger_(account|transfer)\\b';

const calls: ForbiddenText[] = [
  {
    pattern: new RegExp(`\\bledger(Account|Transfer)\\s*\\??\\.\\s*${write}\\s*\\(`, "g"),
    message: "only features/ledger writes the ledger: call its commands",
  },
  {
    pattern: /\[\s*["'`]ledger(Account|Transfer)["'`]\s*\]/g,
    message: "a ledger table reached by a computed name: call features/ledger",
  },
  {
    pattern: new RegExp(`\\b${verb}\\s+${table}`, "gi"),
    message: "only features/ledger writes the ledger: SQL elsewhere reads it at most",
  },
];

/** Balances stay provable because one feature books: nobody else writes ledger_account or ledger_transfer. */
export const checkLedgerWrites: Check = {
  name: "ledger-writes",
  run: async (root) => {
    const schema = await readSources(root, (path) => /^prisma\/schema\/.*\.prisma$/.test(path));
    const forbidden = [...calls, ...nestedWrites(schema.map((source) => source.text))];
    const sources = await readSources(root, mayNotWrite);
    return sources.flatMap((source) => findPattern(source, forbidden));
  },
};

function mayNotWrite(path: string): boolean {
  if (!/\.(tsx?|mjs|cjs|js|sql)$/.test(path) || isTest(path)) return false;
  return !ledgerWriters.some((folder) => path.startsWith(folder));
}

/** Prisma also writes a row through the relation of another model, nested in that model's update. */
function nestedWrites(schema: string[]): ForbiddenText[] {
  const relations = schema
    .flatMap(parsePrismaModels)
    .filter((model) => !model.name.startsWith("Ledger"))
    .flatMap((model) => model.fields)
    .filter((field) => field.type === "LedgerAccount" || field.type === "LedgerTransfer")
    .map((field) => field.name);
  if (relations.length === 0) return [];
  const nested = `\\b(${relations.join("|")})\\s*:\\s*\\{\\s*(connectOrCreate|set|${write})\\s*:`;
  return [
    {
      pattern: new RegExp(nested, "g"),
      message: "a ledger row written through a relation: call features/ledger",
    },
  ];
}
