import { fileURLToPath } from "node:url";
import type { Check, Finding } from "@/scripts/checks/check";
import { type CruisedModule, findFeatureCycles } from "@/scripts/checks/find-feature-cycles";
import { listFiles } from "@/scripts/checks/list-files";
import { isTypeScript } from "@/scripts/checks/read-sources";
import { parseToolJson, runTool } from "@/scripts/checks/run-tool";

type Violation = {
  from: string;
  to: string;
  rule: { name: string };
  cycle?: { name: string }[];
};
type Report = {
  modules: CruisedModule[];
  summary: {
    violations: Violation[];
    totalDependenciesCruised: number;
    ruleSetUsed: { forbidden: { name: string; comment: string }[] };
  };
};

/** Every folder that may hold code. A new one needs a place in the arrow first. */
const knownFolders = new Set(
  "app web worker features components lib domain wechat-sandbox prisma scripts bench e2e".split(
    " ",
  ),
);

// The package exports no path to its program; it lies beside the library.
const cruiser = fileURLToPath(
  new URL("../../bin/dependency-cruiser.mjs", import.meta.resolve("dependency-cruiser")),
);

/** Who may import whom: the rules of .dependency-cruiser.cjs, over every TypeScript file of the tree. */
export const checkArrow: Check = {
  name: "arrow",
  run: async (root) => {
    const sources = (await listFiles(root)).filter(isTypeScript);
    if (sources.length === 0) throw new Error("there is no TypeScript to read");
    const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json"];
    const answer = await runTool(cruiser, [...args, ...startingPoints(sources)], root);
    const report: Report = parseToolJson("dependency-cruiser", answer);
    return [
      ...placeless(sources),
      ...unread(sources, report),
      ...violations(report),
      ...featureCycles(report),
    ];
  },
};

/** Folders rather than files, so that reading them is the tool's own work and can be proved. */
function startingPoints(sources: string[]): string[] {
  const points = sources.map((path) => {
    // prisma/generated lies beside prisma/seed and is nobody's handwriting.
    const depth = path.startsWith("prisma/") ? 2 : 1;
    return path.split("/").slice(0, depth).join("/");
  });
  return [...new Set(points)];
}

function placeless(sources: string[]): Finding[] {
  const folders = sources.filter((path) => path.includes("/")).map((path) => path.split("/")[0]);
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined && !knownFolders.has(folder))
    .map((folder) => ({ place: `${folder}/`, message: "this folder has no place in the arrow" }));
}

/** A tool that cannot read a file finds nothing wrong with it: name each module it did not see. */
function unread(sources: string[], report: Report): Finding[] {
  const cruised = new Set(report.modules.map((module) => module.source));
  const missing = sources.filter((path) => !cruised.has(path));
  const findings = missing.map((place) => ({ place, message: "was not read" }));
  if (report.summary.totalDependenciesCruised > 0 || sources.length < 20) return findings;
  return [...findings, { place: ".", message: "not one import was recognised" }];
}

function violations(report: Report): Finding[] {
  const { ruleSetUsed, violations: found } = report.summary;
  const why = new Map(ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  return found.map(({ from, to, rule, cycle }) => {
    const path = cycle ? cycle.map((step) => step.name).join(" -> ") : to;
    return { place: from, message: `-> ${path} (${rule.name}: ${why.get(rule.name) ?? ""})` };
  });
}

function featureCycles(report: Report): Finding[] {
  return findFeatureCycles(report.modules).map((cycle) => ({
    place: "features/",
    message: `features that need each other are one, or miss a third: ${cycle.join(", ")}`,
  }));
}
