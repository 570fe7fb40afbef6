import { fileURLToPath } from "node:url";
import type { Check, Finding } from "@/scripts/checks/check";
import { listFiles } from "@/scripts/checks/list-files";
import { isTypeScript } from "@/scripts/checks/read-sources";
import { parseToolJson, runTool } from "@/scripts/checks/run-tool";

type Report = {
  summary: { changed: number; unchanged: number };
  diagnostics: {
    severity: string;
    category: string;
    message: string;
    location: { path: string; start: { line: number } } | null;
  }[];
};

const biome = fileURLToPath(import.meta.resolve("@biomejs/biome/bin/biome"));

/** Formatting, names, sizes, forbidden constructs: biome.json and its plugins in scripts/biome/. */
export const checkBiome: Check = {
  name: "biome",
  run: async (root) => {
    const expected = (await listFiles(root)).filter(isTypeScript).length;
    const args = ["check", ".", "--reporter=json", "--max-diagnostics=none", "--colors=off"];
    const report: Report = parseToolJson("biome", await runTool(biome, args, root));
    const read = report.summary.changed + report.summary.unchanged;
    return [...findingsOf(report), ...blindness(read, expected)];
  },
};

function findingsOf(report: Report): Finding[] {
  return report.diagnostics
    .filter(({ severity }) => severity !== "information" && severity !== "hint")
    .map(({ category, message, location }) => ({
      place: location ? `${location.path}:${location.start.line}` : "biome.json",
      message: `${category}: ${message}`,
    }));
}

/** A pattern too wide in `files.includes` would silence every rule: count what was read. */
function blindness(read: number, expected: number): Finding[] {
  if (read >= expected) return [];
  return [{ place: "biome.json", message: `read ${read} files of ${expected} or more` }];
}
