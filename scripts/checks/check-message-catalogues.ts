import type { Check, Finding } from "@/scripts/checks/check";
import { chineseOnlyNamespaces } from "@/scripts/checks/exceptions";
import { parseIcuNames } from "@/scripts/checks/parse-icu-names";
import { readSources, type Source } from "@/scripts/checks/read-sources";

type Tree = { [key: string]: Tree | string };
/** A namespace of one language: where it lies, and its sentences by dotted key. */
type Catalogue = { place: string; sentences: Map<string, unknown> };

const cataloguePath = /^messages\/(zh|en)(?:\/([\w-]+))?\.json$/;

/** Chinese and English say the same things: equal keys, no empty sentence, equal placeholders. */
export const checkMessageCatalogues: Check = {
  name: "message-catalogues",
  run: async (root) => {
    const sources = await readSources(root, (path) => cataloguePath.test(path));
    const zh = readLanguage(sources, "zh");
    const en = readLanguage(sources, "en");
    if (zh.size === 0) return [{ place: "messages/", message: "there is no Chinese catalogue" }];
    const namespaces = new Set([...zh.keys(), ...en.keys()]);
    return [
      ...[...zh.values(), ...en.values()].flatMap(faultySentences),
      ...[...namespaces].flatMap((name) => compare(name, zh.get(name), en.get(name))),
    ];
  },
};

/** messages/zh.json holds namespaces as its top keys; messages/zh/NAME.json is one namespace. */
function readLanguage(sources: Source[], language: string): Map<string, Catalogue> {
  const catalogues = new Map<string, Catalogue>();
  for (const { path, text } of sources) {
    const [, itsLanguage, namespace] = cataloguePath.exec(path) ?? [];
    if (itsLanguage !== language) continue;
    const tree: Tree = JSON.parse(text);
    const parts: [string, Tree | string][] = namespace ? [[namespace, tree]] : Object.entries(tree);
    for (const [name, part] of parts) {
      catalogues.set(name, { place: path, sentences: new Map(flatten(name, part)) });
    }
  }
  return catalogues;
}

function flatten(key: string, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[key, value]];
  const entries = Object.entries(value);
  if (entries.length === 0) return [[key, ""]];
  return entries.flatMap(([part, inner]) => flatten(`${key}.${part}`, inner));
}

function faultySentences({ place, sentences }: Catalogue): Finding[] {
  return [...sentences].flatMap(([key, text]) => {
    if (typeof text !== "string") return [{ place, message: `${key} is no sentence` }];
    if (text.trim() === "") return [{ place, message: `${key} is empty` }];
    if (!parseIcuNames(text).ok) return [{ place, message: `${key} has unbalanced braces` }];
    return [];
  });
}

function compare(name: string, zh: Catalogue | undefined, en: Catalogue | undefined): Finding[] {
  if (!zh) return [{ place: en?.place ?? "messages/", message: `${name} is missing in Chinese` }];
  if (!en) {
    if (chineseOnlyNamespaces.includes(name)) return [];
    return [{ place: zh.place, message: `${name} is missing in English` }];
  }
  const missing = [...zh.sentences.keys()].filter((key) => !en.sentences.has(key));
  const surplus = [...en.sentences.keys()].filter((key) => !zh.sentences.has(key));
  return [
    ...missing.map((key) => ({ place: en.place, message: `${key} is missing` })),
    ...surplus.map((key) => ({ place: zh.place, message: `${key} is missing` })),
    ...differingPlaceholders(zh, en),
  ];
}

function differingPlaceholders(zh: Catalogue, en: Catalogue): Finding[] {
  return [...zh.sentences].flatMap(([key, chinese]) => {
    const english = en.sentences.get(key);
    if (typeof chinese !== "string" || typeof english !== "string") return [];
    const [ours, theirs] = [placeholders(chinese), placeholders(english)];
    if (ours === theirs) return [];
    const message = `${key} has {${theirs}} where Chinese has {${ours}}`;
    return [{ place: en.place, message }];
  });
}

function placeholders(text: string): string {
  const parsed = parseIcuNames(text);
  return parsed.ok ? parsed.names.join(", ") : "";
}
