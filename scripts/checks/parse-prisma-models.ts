/** A column or relation of a model, with everything behind its type. */
export type PrismaField = { name: string; type: string; attributes: string };

/** `@@id`, `@@unique` or `@@index` with its columns in order. */
export type PrismaKey = { kind: string; columns: string[] };

export type PrismaModel = { name: string; line: number; fields: PrismaField[]; keys: PrismaKey[] };

/** The models of one .prisma file. Knows as much of the language as the checks need. */
export function parsePrismaModels(text: string): PrismaModel[] {
  const withoutComments = text.replace(/^[^\S\n]*\/\/.*$/gm, "");
  return [...withoutComments.matchAll(/^model\s+(\w+)\s*\{([\s\S]*?)^\}/gm)].map((match) => {
    const [, name = "", body = ""] = match;
    // A list of columns may be broken over lines; everything else stands on its own line.
    const lines = body.replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, " ")).split("\n");
    return {
      name,
      line: withoutComments.slice(0, match.index).split("\n").length,
      fields: lines.flatMap(parseField),
      keys: lines.flatMap(parseKey),
    };
  });
}

/** The columns listed after `label` in an attribute, without sort orders: `fields: [a, b(sort: Desc)]`. */
export function parseColumns(attribute: string, label: string): string[] {
  const list = new RegExp(`${label}\\s*\\[([^\\]]*)\\]`).exec(attribute)?.[1] ?? "";
  const plain = list.replace(/\([^)]*\)/g, "");
  return plain
    .split(",")
    .map((column) => column.trim())
    .filter((column) => column !== "");
}

function parseField(line: string): PrismaField[] {
  const field = /^\s*(\w+)\s+(\w+)(?:\[\]|\?)?\s*(.*)$/.exec(line);
  if (!field) return [];
  const [, name = "", type = "", attributes = ""] = field;
  return [{ name, type, attributes }];
}

function parseKey(line: string): PrismaKey[] {
  const key = /^\s*@@(id|unique|index)\s*(\(.*)$/.exec(line);
  if (!key) return [];
  const [, kind = "", rest = ""] = key;
  return [{ kind, columns: parseColumns(rest, "(?:fields:)?") }];
}
