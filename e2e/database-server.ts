import type { TestProject } from "vitest/node";
import { buildTemplate } from "@/e2e/database-template";
import { getSetting } from "@/scripts/database/process-settings";
import { startTemporaryPostgres } from "@/scripts/database/temporary-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's URL of the server that holds the test databases. */
    postgresUrl: string;
    /** The database that every test file gets a copy of. */
    template: string;
  }
}

/**
 * Before the first database test: a Postgres (TEST_POSTGRES_URL, or one of its own) and the
 * template on it. @returns what runs after the last one
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kept = getSetting("TEST_POSTGRES_URL");
  const server = kept
    ? { url: kept, stop: () => Promise.resolve() }
    : await startTemporaryPostgres();
  project.provide("postgresUrl", server.url);
  project.provide("template", await buildTemplate(server.url));
  return server.stop;
}
