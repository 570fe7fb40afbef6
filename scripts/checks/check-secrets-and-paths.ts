import type { Check, Finding } from "@/scripts/checks/check";
import { readersOfSharedMaterial } from "@/scripts/checks/exceptions";
import { type ForbiddenText, findPattern } from "@/scripts/checks/find-pattern";
import { isTest, readSources, type Source } from "@/scripts/checks/read-sources";

// Each pattern is written so that it does not find itself.

/** Forbidden in every text file. */
const everywhere: ForbiddenText[] = [
  {
    pattern: /(?<![\w.\-~})\]*/])\/(?:work|root|home|Users)\/[\w.-]/g,
    message: "a path of one machine: paths are relative to the repository",
  },
  { pattern: /(?<![\w])[A-Z]:\\{1,2}Users\\/g, message: "a path of one machine" },
  {
    pattern: /\bregistry\.(?:npmjs|npmmirror|yarnpkg)\b|\bnpm\.pkg\.github\b/gi,
    message: "a registry's host: whoever installs chooses the registry",
  },
  {
    pattern: /-{5}BEGIN\b/g,
    message: "key material: keys are generated or configured, not committed",
  },
  {
    pattern:
      /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|npm_[A-Za-z0-9]{30,}|sk-[A-Za-z0-9_-]{24,})\b/g,
    message: "looks like an access token",
  },
];

const sharedMaterial: ForbiddenText = {
  pattern: /\.\.\/share[d]\b/g,
  message: "a stranger has only the clone: nothing may need what lies beside it",
};

/** Forbidden in code, documents and configuration: work that was put off. */
const putOff: ForbiddenText[] = [
  { pattern: /\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/g, message: "do it, or write an issue" },
  {
    pattern: /\b(?:biome-ignor[e]|eslint-disabl[e])|@ts-(?:ignor[e]|nochec[k]|expect-erro[r])\b/g,
    message: "a rule is kept or changed, not switched off in a file",
  },
];

/** Forbidden in tests: a test that runs alone, or not at all. */
const silencedTests: ForbiddenText[] = [
  {
    pattern:
      /(?<!["'`\w])(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|fixme|todo)\b(?!If)\s*[(.]/g,
    message: "every test runs, always",
  },
  { pattern: /(?<!["'`\w.])[xf](?:it|describe|test)\s*\(/g, message: "every test runs, always" },
];

/** No secrets, no trace of the machine it was written on, nothing left for later. */
export const checkSecretsAndPaths: Check = {
  name: "secrets-and-paths",
  run: async (root) => (await readSources(root)).flatMap(judge),
};

function judge(source: Source): Finding[] {
  const { path } = source;
  const forbidden = [...everywhere];
  if (!readersOfSharedMaterial.some((reader) => reader.test(path))) forbidden.push(sharedMaterial);
  // The lock file's check sums are random letters: a word in them means nothing.
  if (path !== "package-lock.json") forbidden.push(...putOff);
  if (isTest(path) || path.startsWith("e2e/")) forbidden.push(...silencedTests);
  return findPattern(source, forbidden);
}
