import type { Check } from "@/scripts/checks/check";
import { checkArrow } from "@/scripts/checks/check-arrow";
import { checkBiome } from "@/scripts/checks/check-biome";
import { checkFeatureVocabulary } from "@/scripts/checks/check-feature-vocabulary";
import { checkLedgerWrites } from "@/scripts/checks/check-ledger-writes";
import { checkMessageCatalogues } from "@/scripts/checks/check-message-catalogues";
import { checkMetricNames } from "@/scripts/checks/check-metric-names";
import { checkPrismaStaysServerSide } from "@/scripts/checks/check-prisma-stays-server-side";
import { checkSecretsAndPaths } from "@/scripts/checks/check-secrets-and-paths";
import { checkTenantTables } from "@/scripts/checks/check-tenant-tables";
import { checkUnused } from "@/scripts/checks/check-unused";
import { formatResult, runChecks } from "@/scripts/checks/run-checks";

/**
 * `npm run lint [-- NAME …]`: the house rules, all of them or those named, over the tree in the
 * working directory. Exit code 1 when one is broken, 2 when there is no such rule. The three tools come first because they take longest.
 */
const checks: Check[] = [
  checkBiome,
  checkUnused,
  checkArrow,
  checkFeatureVocabulary,
  checkLedgerWrites,
  checkTenantTables,
  checkMessageCatalogues,
  checkMetricNames,
  checkSecretsAndPaths,
  checkPrismaStaysServerSide,
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  const names = checks.map((check) => check.name).join(", ");
  console.error(`There is no check called ${unknown.join(", ")}. There are: ${names}.`);
  process.exit(2);
}

const chosen = checks.filter((check) => asked.length === 0 || asked.includes(check.name));
const report = (result: Parameters<typeof formatResult>[0]) => console.log(formatResult(result));
const results = await runChecks(chosen, process.cwd(), report, () => performance.now());
const found = results.reduce((sum, result) => sum + result.findings.length, 0);
console.log(found === 0 ? "Every rule is kept." : `${found} found.`);
process.exitCode = found === 0 ? 0 : 1;
