import { isAbsolute, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

const vitestFile = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string(),
  assertionResults: z.array(
    z.object({
      fullName: z.string(),
      status: z.string(),
      failureMessages: z.array(z.string()).nullish(),
    }),
  ),
});

/** The part of Vitest's JSON report that names its tests. */
export const vitestNames = z.object({ testResults: z.array(vitestFile).default([]) });

const journey = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string() }).partial().optional() })),
    }),
  ),
});
type Suite = { specs: z.infer<typeof journey>[]; suites: Suite[] };
const suite: z.ZodType<Suite> = z.object({
  specs: z.array(journey),
  get suites() {
    return z.array(suite).default([]);
  },
});

/** The part of Playwright's JSON report that names its journeys. */
export const playwrightNames = z.object({
  suites: z.array(suite).default([]),
  errors: z.array(z.object({ message: z.string() }).partial()).default([]),
});

/**
 * The tests of a Vitest report that have not passed, one text each: file, name, and what was found.
 * A file that could not be loaded stands for its tests.
 */
export function nameVitestFailures(report: z.infer<typeof vitestNames>, root: string): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = isAbsolute(name) ? relative(root, name) : name;
    const wrong = assertionResults
      .filter((each) => each.status !== "passed")
      .map((each) => tell(`${file} › ${each.fullName}`, each.failureMessages?.[0] ?? each.status));
    return wrong.length === 0 && status !== "passed" ? [tell(file, message)] : wrong;
  });
}

/** The journeys of a Playwright report that have not passed at the first attempt, one text each. */
export function namePlaywrightFailures(report: z.infer<typeof playwrightNames>): string[] {
  const specs = report.suites.flatMap(specsOf);
  const wrong = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status !== "expected")
      .map(({ projectName, status, results }) => {
        const found = results.find(({ error }) => error?.message !== undefined)?.error?.message;
        return tell(`[${projectName}] ${file}:${line} › ${title}`, found ?? status);
      }),
  );
  return [...report.errors.map(({ message }) => tell("Journeys", message ?? "")), ...wrong];
}

function specsOf({ specs, suites }: Suite): Suite["specs"] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** Name and finding. Lines inside of packages say nothing about what was expected here. */
function tell(name: string, found: string): string {
  const lines = stripVTControlCharacters(found)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/node_modules|<anonymous>|node:internal/.test(line));
  return [name, ...lines.slice(0, 14).map((line) => `    ${line}`)].join("\n");
}
