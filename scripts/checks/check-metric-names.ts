import { ASKED_METRICS, MEASURED_METRICS } from "@/domain/metrics/metric-list";
import type { Check, Finding } from "@/scripts/checks/check";
import { listFiles } from "@/scripts/checks/list-files";
import { readSources } from "@/scripts/checks/read-sources";

type Catalogue = { metric?: Record<string, unknown> };

const document = "docs/metrics.md";
const catalogues = ["messages/zh/insights.json", "messages/en/insights.json"];
/** A row of the table of metrics: its first cell is a name in backticks. */
const row = /^\| `(\w+)` \|/gm;
/** A file that the document says computes something. */
const computedIn = /`((?:domain|features)\/[\w/-]+\.ts)`/g;

/**
 * A metric has one name: in the list that computes it, in the document that defines it and in the
 * words of the screen. What one of the three lacks is a number that nobody can look up.
 */
export const checkMetricNames: Check = {
  name: "metric-names",
  run: async (root) => {
    const paths = [document, ...catalogues];
    const sources = await readSources(root, (path) => paths.includes(path));
    const computed = new Set<string>([...Object.keys(MEASURED_METRICS), ...ASKED_METRICS]);
    const files = new Set(await listFiles(root));
    return sources.flatMap(({ path, text }) => [
      ...compare(path, namesIn(path, text), computed),
      ...[...text.matchAll(computedIn)]
        .filter(([, file = ""]) => path === document && !files.has(file))
        .map(([, file]) => ({ place: path, message: `there is no ${file}` })),
    ]);
  },
};

function namesIn(path: string, text: string): string[] {
  if (path === document) return [...text.matchAll(row)].map(([, name = ""]) => name);
  const { metric = {} }: Catalogue = JSON.parse(text);
  return Object.keys(metric);
}

function compare(place: string, names: readonly string[], computed: Set<string>): Finding[] {
  const missing = [...computed].filter((name) => !names.includes(name));
  const surplus = names.filter((name) => !computed.has(name));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [
    ...missing.map((name) => ({ place, message: `the metric ${name} is not explained` })),
    ...surplus.map((name) => ({ place, message: `${name} is no metric of metric-list.ts` })),
    ...twice.map((name) => ({ place, message: `the metric ${name} is explained twice` })),
  ];
}
