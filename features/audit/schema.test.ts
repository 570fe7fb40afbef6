import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "@/features/audit/schema";
import en from "@/messages/en/payouts.json";
import zh from "@/messages/zh/payouts.json";

const root = join(import.meta.dirname, "../..");
const folders = ["features", "worker", "app", "lib", "web"];

/** What an action can become whose name is put together while the program runs. */
const computed: Readonly<Record<string, readonly string[]>> = {
  "refund.$": ["refund.processing", "refund.success", "refund.closed", "refund.abnormal"],
  "payout.$": ["payout.failed", "payout.expired", "payout.cancelled", "payout.refused"],
  "$.quarantine": ["payment.quarantine", "refund.quarantine", "transfer.quarantine"],
};

/** Every action that a source records: the literals of an action's shape, and the computed ones. */
function actionsOf(source: string): string[] {
  // The outbox names its topics in the same way.
  const rest = source.replace(/topic: "[\w.]+"/g, "");
  const literals = [...rest.matchAll(/["']([a-z]\w*\.[a-z]\w*)["']/g)].map(([, name]) => name);
  const templates = [...source.matchAll(/`([\w.]*\$\{\w+\}[\w.]*)`/g)]
    .map(([, name]) => name?.replace(/\$\{\w+\}/, "$") ?? "")
    .filter((name) => /^[\w$]+\.[\w$]+$/.test(name));
  return [...literals, ...templates.flatMap((name) => computed[name] ?? [name])].flatMap((name) =>
    name ? [name] : [],
  );
}

function recordedActions(): string[] {
  const sources = folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .filter((source) => /recordAudit\(|insert into audit_entry|\baction: "\w+\.\w+"/i.test(source));
  return [...new Set(sources.flatMap(actionsOf))].sort();
}

/** The sentences of a catalogue as "noun.verb". */
function sentencesOf(nouns: Readonly<Record<string, Readonly<Record<string, string>>>>): string[] {
  return Object.entries(nouns)
    .flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`))
    .sort();
}

test("everything that the program records stands in the list, and nothing else does", () => {
  expect(recordedActions()).toEqual([...AUDIT_ACTIONS].sort());
});

test("every action has a sentence in Chinese and in English", () => {
  expect(sentencesOf(zh.audit.action)).toEqual([...AUDIT_ACTIONS].sort());
  expect(sentencesOf(en.audit.action)).toEqual([...AUDIT_ACTIONS].sort());
});

test("both languages name the same details", () => {
  expect(Object.keys(en.audit.detail).sort()).toEqual(Object.keys(zh.audit.detail).sort());
});
