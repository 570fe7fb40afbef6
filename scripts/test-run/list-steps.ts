import { join } from "node:path";
import { buildIfChanged, keepFile } from "@/scripts/instance/build-if-changed";
import { reasonOf } from "@/scripts/instance/plain-fault";
import {
  type Counts,
  countChecks,
  countPlaywright,
  countVitest,
} from "@/scripts/test-run/count-results";
import { runProgram } from "@/scripts/test-run/run-program";

type Step = { name: string; run: () => Promise<Counts> };

const packages = {
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};

/** The steps of `npm test`, the quick ones first. What serves the shop comes after the build. */
export function listSteps(root: string, reports: string): Step[] {
  return [
    { name: "House rules", run: checkRules },
    { name: "Types", run: () => checkTypes(root) },
    vitestStep("Rules and properties", "pure", reports),
    vitestStep("Database", "database", reports),
    { name: "Build", run: () => build(root) },
    vitestStep("Commands", "commands", reports),
    vitestStep("Faults", "faults", reports),
    { name: "Journeys", run: () => walkJourneys(reports) },
  ];
}

async function checkRules(): Promise<Counts> {
  const { code, output } = await runProgram(["scripts/checks/lint.ts"], { keepOutput: true });
  return countChecks(output, code);
}

async function checkTypes(root: string): Promise<Counts> {
  // Writes the declarations of routes and pictures, which a fresh clone lacks.
  await keepFile(join(root, "tsconfig.json"), async () => {
    await runProgram([packages.next, "typegen"]);
  });
  const { code } = await runProgram([packages.tsc, "--noEmit", "--pretty", "false"]);
  return one(code === 0);
}

function vitestStep(name: string, project: string, reports: string): Step {
  const file = join(reports, `${project}.json`);
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return {
    name,
    run: async () => {
      const { code } = await runProgram([packages.vitest, "run", "--project", project, ...output]);
      return countVitest(file, code);
    },
  };
}

async function build(root: string): Promise<Counts> {
  const say = (sentence: string) => console.log(sentence);
  return buildIfChanged(root, process.env.NEXT_DIST_DIR || ".next", say).then(
    () => one(true),
    (error: unknown) => {
      console.error(reasonOf(error));
      return one(false);
    },
  );
}

async function walkJourneys(reports: string): Promise<Counts> {
  const { code } = await runProgram([packages.playwright, "test"]);
  return countPlaywright(join(reports, "journeys.json"), code);
}

function one(ok: boolean): Counts {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: [] };
}
