import { defineConfig } from "vitest/config";

const ignored = ["**/node_modules/**", "**/.next*/**", "**/.data/**"];

/** What `lib/env.ts` asks for, in tests that must reach no database. */
const noDatabase = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  RENHE_SECRET: "0".repeat(64),
  LOG_LEVEL: "silent",
};

export default defineConfig({
  resolve: { alias: { "@/": `${import.meta.dirname}/` } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...ignored, "**/*.db.test.ts", "e2e/**"],
          env: noDatabase,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: "e2e/database-server.ts",
          setupFiles: "e2e/database-for-file.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "commands",
          include: ["e2e/*.test.ts"],
          exclude: [...ignored, "**/*.db.test.ts"],
          env: noDatabase,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["e2e/faults/**/*.kill.test.ts"],
          exclude: ignored,
          // Each has processes and a Postgres of its own, and kills them.
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
