import { expect, test } from "vitest";
import { checkMessageCatalogues } from "@/scripts/checks/check-message-catalogues";
import { plantTree } from "@/scripts/checks/plant-tree";

const zh = { orders: { title: "订单", count: "共 {count} 单" } };
const en = {
  orders: { title: "Orders", count: "{count, plural, one {# order} other {# orders}}" },
};

async function messagesFor(files: Record<string, unknown>): Promise<string[]> {
  const texts = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]);
  const findings = await checkMessageCatalogues.run(plantTree(Object.fromEntries(texts)));
  return findings.map(({ place, message }) => `${place} ${message}`);
}

/** The finding of a tree in which the two dashboards are as given. */
const dashboards = (chinese: unknown, english: unknown) =>
  messagesFor({ "messages/zh/dashboard.json": chinese, "messages/en/dashboard.json": english });

test("equal catalogues have no findings, as a file per namespace or as one file", async () => {
  expect(await dashboards(zh, en)).toEqual([]);
  const one = { "messages/zh.json": { dashboard: zh }, "messages/en.json": { dashboard: en } };
  expect(await messagesFor(one)).toEqual([]);
});

test("the mall may speak Chinese alone, the dashboard may not", async () => {
  expect(await messagesFor({ "messages/zh/mall.json": zh })).toEqual([]);
  expect(await messagesFor({ "messages/zh/dashboard.json": zh })).toEqual([
    "messages/zh/dashboard.json dashboard is missing in English",
  ]);
});

test("no namespace is English alone, and no Chinese at all is a finding", async () => {
  expect(await messagesFor({ "messages/zh/mall.json": zh, "messages/en/mall2.json": en })).toEqual([
    "messages/en/mall2.json mall2 is missing in Chinese",
  ]);
  expect(await messagesFor({})).toEqual(["messages/ there is no Chinese catalogue"]);
});

test("a key that one language lacks is seen in the file that lacks it", async () => {
  expect(await dashboards(zh, { orders: { count: "{count}" } })).toEqual([
    "messages/en/dashboard.json dashboard.orders.title is missing",
  ]);
  expect(await dashboards(zh, { orders: { ...en.orders, more: "More" } })).toEqual([
    "messages/zh/dashboard.json dashboard.orders.more is missing",
  ]);
});

test("a sentence that is empty, no text or unbalanced is seen", async () => {
  const broken = { a: " ", b: 1, c: "{count", d: {} };
  expect(await dashboards(zh, en)).toEqual([]);
  expect(await messagesFor({ "messages/zh/mall.json": broken })).toEqual([
    "messages/zh/mall.json mall.a is empty",
    "messages/zh/mall.json mall.b is no sentence",
    "messages/zh/mall.json mall.c has unbalanced braces",
    "messages/zh/mall.json mall.d is empty",
  ]);
});

test("a placeholder that differs between the languages is seen", async () => {
  const other = { orders: { ...en.orders, count: "{number} orders" } };
  expect(await dashboards(zh, other)).toEqual([
    "messages/en/dashboard.json dashboard.orders.count has {number} where Chinese has {count}",
  ]);
});
