/**
 * The arrow: app -> features -> components -> lib -> domain. A layer imports what stands to its
 * right and nothing else. scripts/checks/check-arrow.ts runs these rules and proves that every
 * module was read: a tool that cannot parse the sources would find no violation either.
 */
const tests = "\\.test\\.tsx?$";
const database = "^(lib/db|prisma/generated)/";
/** The brand of a proven merchant id: a type that scopes carry through every layer. */
const brand = "^lib/db/authorized-merchant-id\\.ts$";
/** What is started, not imported, and stands above the product. */
const entryPoints = "^(app|web|worker)/";

/** Who may call a merchant id proven. This list only shrinks: scripts/checks/exceptions.test.ts. */
const minters = ["^features/[^/]+/gate\\.ts$", "^(worker|scripts|prisma/seed|bench|e2e)/", tests];

/** An error when a module matching `from` imports one matching `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const layers = [
  forbid(
    "domain-is-pure",
    "domain/ holds rules only: it imports nothing from outside itself.",
    { path: "^domain/", pathNot: tests },
    { pathNot: "^domain/" },
  ),
  forbid(
    "domain-tests-are-pure",
    "A rule is tested with vitest and fast-check alone.",
    { path: `^domain/.*${tests}` },
    { pathNot: ["^domain/", "^node_modules/(@types/)?(vitest|fast-check)/"] },
  ),
  forbid(
    "lib-is-below-the-product",
    "lib/ holds wires; it knows neither screens nor use cases.",
    { path: "^lib/", pathNot: tests },
    { path: [entryPoints, "^(features|components)/"] },
  ),
  forbid(
    "components-know-no-noun",
    "components/ could ship in another product.",
    { path: "^components/" },
    { path: [entryPoints, "^features/"] },
  ),
  forbid(
    "screens-touch-no-database",
    "Rows never reach React: a query maps them through the feature's schema.",
    { path: ["^components/", "^features/[^/]+/(components/|schema\\.ts$)"], pathNot: tests },
    { path: database, pathNot: brand },
  ),
  forbid(
    "components-run-anywhere",
    "components/ is plain UI: no Node.js modules.",
    { path: "^components/", pathNot: tests },
    { dependencyTypes: ["core"] },
  ),
  forbid(
    "features-know-no-route",
    "Routes call features, never the other way round.",
    { path: "^features/", pathNot: tests },
    { path: entryPoints },
  ),
  forbid(
    "routes-are-thin",
    "A route opens the tenant's transaction for a feature's queries and does nothing else with it.",
    { path: "^(app|web)/", pathNot: [tests, "^web/main\\.ts$"] },
    { path: database, pathNot: [brand, "^lib/db/in-merchant\\.ts$"] },
  ),
  forbid(
    "client-stays-in-its-folder",
    "The bare client knows no tenant: inMerchant and onPlatform hand out transactions.",
    {
      pathNot: ["^lib/db/", "^(web|worker)/main\\.ts$", "^(scripts|prisma/seed|bench|e2e)/", tests],
    },
    { path: "^lib/db/client\\.ts$" },
  ),
  forbid(
    "only-gates-authorize",
    "A merchant id is proven at a gate, in the worker's list of merchants, in seeds and in tests.",
    { pathNot: minters },
    { path: brand, dependencyTypesNot: ["type-only"] },
  ),
];

const features = [
  forbid(
    "feature-surface",
    "Another feature is reached through its commands/, queries/ and schema only.",
    { path: "^features/([^/]+)/", pathNot: [tests, "^features/[^/]+/gate\\.ts$"] },
    {
      path: "^features/",
      pathNot: ["^features/$1/", "^features/[^/]+/((commands|queries)/|schema\\.ts$)"],
    },
  ),
  forbid(
    "gate-surface",
    "A gate may stand behind another gate: the staff's proves the shop first.",
    { path: "^features/([^/]+)/gate\\.ts$" },
    {
      path: "^features/",
      pathNot: ["^features/$1/", "^features/[^/]+/((commands|queries)/|(schema|gate)\\.ts$)"],
    },
  ),
  forbid(
    "queries-never-write",
    "A question changes nothing.",
    { path: "^features/[^/]+/queries/", pathNot: tests },
    { path: "^features/[^/]+/commands/" },
  ),
];

const surroundings = [
  forbid("no-cycle", "A cycle is one module in two files.", {}, { circular: true }),
  forbid(
    "everything-resolves",
    "An import that is not found would pass every other rule.",
    {},
    { couldNotResolve: true },
  ),
  forbid(
    "sandbox-is-not-the-product",
    "Nobody may know that WeChat is a sandbox: the product reaches it by base URL alone.",
    { pathNot: ["^(wechat-sandbox|prisma/seed|bench|e2e|scripts)/", tests] },
    { path: "^wechat-sandbox/" },
  ),
  forbid(
    "sandbox-stands-alone",
    "The sandbox judges the product by its own code; shared code would agree with its own mistakes.",
    { path: "^wechat-sandbox/", pathNot: tests },
    { path: [entryPoints, "^(features|components|lib|domain|prisma|bench|e2e)/"] },
  ),
  forbid(
    "product-needs-no-scripts",
    "scripts/ serves the repository, not the running product.",
    { pathNot: ["^(scripts|prisma/seed|bench|e2e)/", "^[^/]+\\.config\\.ts$", tests] },
    { path: "^scripts/" },
  ),
  forbid(
    "nobody-calls-an-entry-point",
    "Routes, the worker, measurements and journeys are started, not imported.",
    { path: "^(app|web|worker|features|components|lib|domain|wechat-sandbox)/", pathNot: tests },
    { path: "^(bench|e2e|prisma/seed)/" },
  ),
  forbid("tests-are-leaves", "Nothing imports a test.", {}, { path: tests }),
  forbid(
    "product-needs-no-development-packages",
    "What runs in production stands in dependencies.",
    { path: [entryPoints, "^(features|components|lib|domain|wechat-sandbox)/"], pathNot: tests },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  ),
];

module.exports = {
  forbidden: [...layers, ...features, ...surroundings],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/generated/"] },
    exclude: { path: "^\\.(next|data)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types"] },
  },
};
