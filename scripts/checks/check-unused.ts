import { fileURLToPath } from "node:url";
import type { Check, Finding } from "@/scripts/checks/check";
import { parseToolJson, runTool } from "@/scripts/checks/run-tool";

type Named = { name: string; line?: number };
type Report = { issues: ({ file: string } & Record<string, Named[] | string>)[] };

// The package exports its library only; the program lies beside it.
const knip = fileURLToPath(new URL("../bin/knip.js", import.meta.resolve("knip")));

const words: Record<string, string> = {
  files: "unused file",
  dependencies: "unused dependency",
  devDependencies: "unused development dependency",
  unlisted: "not in package.json",
  unresolved: "not found",
  exports: "unused export",
  types: "unused exported type",
  duplicates: "exported twice",
};

/** Files, exports and packages that nothing needs, or that are needed and not declared: knip.json. */
export const checkUnused: Check = {
  name: "unused",
  run: async (root) => {
    const answer = await runTool(knip, ["--no-progress", "--reporter", "json"], root);
    const report: Report = parseToolJson("knip", answer);
    return report.issues.flatMap(findingsOf);
  },
};

function findingsOf(issue: Report["issues"][number]): Finding[] {
  return Object.entries(issue).flatMap(([kind, symbols]) => {
    if (typeof symbols === "string") return [];
    // A duplicate is a list of names within the list.
    return symbols.flat().map(({ name, line }) => ({
      place: line === undefined ? issue.file : `${issue.file}:${line}`,
      message: `${words[kind] ?? kind}: ${name}`,
    }));
  });
}
