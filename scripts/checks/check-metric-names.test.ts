import { expect, test } from "vitest";
import { ASKED_METRICS, MEASURED_METRICS } from "@/domain/metrics/metric-list";
import { checkMetricNames } from "@/scripts/checks/check-metric-names";
import { plantTree } from "@/scripts/checks/plant-tree";

const names = [...Object.keys(MEASURED_METRICS), ...ASKED_METRICS];

async function findingsIn(documented: readonly string[], worded: readonly string[]) {
  const words = { metric: Object.fromEntries(worded.map((name) => [name, { title: name }])) };
  const tree = plantTree({
    "docs/metrics.md": documented.map((name) => `| \`${name}\` | 名 | what | |\n`).join(""),
    "messages/zh/insights.json": JSON.stringify(words),
    "messages/en/insights.json": JSON.stringify(words),
  });
  return (await checkMetricNames.run(tree)).map(({ place, message }) => `${place} ${message}`);
}

test("metrics that are computed, documented and worded by the same names pass", async () => {
  expect(await findingsIn(names, names)).toEqual([]);
});

test("a metric without a definition, and one without words, are seen", async () => {
  const without = names.filter((name) => name !== "netSales");
  expect(await findingsIn(without, names)).toEqual([
    "docs/metrics.md the metric netSales is not explained",
  ]);
  expect(await findingsIn(names, without)).toHaveLength(2);
});

test("a definition of something that nobody computes, and one that stands twice, are seen", async () => {
  expect(await findingsIn([...names, "luck", "margin"], names)).toEqual([
    "docs/metrics.md luck is no metric of metric-list.ts",
    "docs/metrics.md the metric margin is explained twice",
  ]);
});

test("a file that is said to compute something has to be there", async () => {
  const tree = plantTree({ "docs/metrics.md": "`domain/metrics/luck.ts`" });
  const messages = (await checkMetricNames.run(tree)).map(({ message }) => message);
  expect(messages).toContain("there is no domain/metrics/luck.ts");
});
