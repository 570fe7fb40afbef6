import { defineConfig } from "vitest/config";

/** What Stryker runs against every mutant: the tests of the pure rules, nothing that needs a wire. */
export default defineConfig({
  resolve: { alias: { "@/": `${import.meta.dirname}/` } },
  test: { include: ["domain/**/*.test.ts"], testTimeout: 30_000 },
});
