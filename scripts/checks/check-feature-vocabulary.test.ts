import { expect, test } from "vitest";
import { checkFeatureVocabulary } from "@/scripts/checks/check-feature-vocabulary";
import { plantTree } from "@/scripts/checks/plant-tree";

const upright: Record<string, string> = {
  "features/orders/schema.ts": "",
  "features/orders/gate.ts": "",
  "features/orders/gate.db.test.ts": "",
  "features/orders/commands/place-order.ts":
    "export type Placed = { ok: true };\nexport async function placeOrder() {}\n",
  "features/orders/commands/place-order.db.test.ts": "",
  "features/orders/queries/list-orders.ts":
    "export const pageSize = 20;\nexport const listOrders = async () => [];\n",
  "features/orders/queries/get-order.ts": "export const getOrder = cache(async () => null);\n",
  "features/orders/components/order-row.tsx": "",
  "features/orders/components/detail/time-line.tsx": "",
  "app/(mall)/page.tsx": "export { runtime };\n",
  "lib/type-of-file.ts": "",
};

async function placesIn(files: Record<string, string>): Promise<string[]> {
  const findings = await checkFeatureVocabulary.run(plantTree({ ...upright, ...files }));
  return findings.map(({ place }) => place);
}

test("a feature of the five names has no findings", async () => {
  expect(await placesIn({})).toEqual([]);
});

test.each([
  "features/orders/hooks/use-order.ts",
  "features/orders/data.ts",
  "features/orders/orders.tsx",
  "features/orders/commands/refunds/ask.ts",
  "features/orders/commands/place-order.tsx",
  "features/orders/queries/messages.json",
  "features/orders.ts",
  "features/Orders/schema.ts",
])("a stranger in a feature is seen: %s", async (path) => {
  expect(await placesIn({ [path]: "" })).toContain(path);
});

test.each([
  "lib/utils.ts",
  "lib/helpers/round.ts",
  "app/(common)/page.tsx",
  "components/ui/index.tsx",
  "domain/money/types.ts",
  "lib/services/mail.ts",
  "docs/misc/notes.md",
  "scripts/shared.mjs",
])("a name that says nothing is seen: %s", async (path) => {
  expect(await placesIn({ [path]: "" })).toEqual([path]);
});

test.each([
  ['export * from "./a";', 1],
  ['export * as all from "./a";', 1],
  ['export {\n  a,\n  b,\n} from "./a";', 1],
  ['export type { A } from "./a";', 1],
  ['import { a } from "./a";\nexport { a };', 0],
])("passing on what another file exports is a barrel: %s", async (text, count) => {
  expect(await placesIn({ "lib/passes-on.ts": `${text}\n` })).toHaveLength(count);
});

test.each([
  ["another name", "export async function createOrder() {}\n"],
  ["two use cases", "export async function payOrder() {}\nexport async function closeOrder() {}\n"],
  ["another arrow", "export const payOrder = 1;\nexport const close = async () => 1;\n"],
  ["nothing", "async function payOrder() {}\npayOrder();\n"],
])("a command file that exports %s is seen", async (_, text) => {
  const path = "features/orders/commands/pay-order.ts";
  expect(await placesIn({ [path]: text })).toEqual([path]);
});
