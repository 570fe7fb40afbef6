import { resolve } from "node:path";
import { PlainFault } from "@/scripts/instance/plain-fault";

/** What `npm start` and `npm run dev` are told from outside. */
export type InstanceSettings = {
  production: boolean;
  /** Absolute. Database, secrets, pictures, logs. */
  dataDir: string;
  /** The owner's URL of a database that exists already; null for the embedded one. */
  databaseUrl: string | null;
  ports: { web: number; sandbox: number; postgres: number };
  /** How the shop is reached from outside, with {host} in it. */
  publicOrigin: string | null;
};

/**
 * @param root the repository
 * @throws PlainFault with a sentence for the first setting that makes no sense
 */
export function readSettings(
  root: string,
  args: readonly string[],
  source: Record<string, string | undefined>,
): InstanceSettings {
  const unknown = args.find((arg) => arg !== "--production");
  if (unknown) throw new PlainFault(`Unknown argument ${unknown}: there is only --production.`);
  const production = args.includes("--production") || source.RENHE_ENV === "production";
  const databaseUrl = source.DATABASE_URL || null;
  if (production && databaseUrl === null) {
    throw new PlainFault(
      "Production needs DATABASE_URL: the Postgres database to keep the shop in.",
    );
  }
  if (databaseUrl !== null && !/^postgres(ql)?:\/\/[^/]+\/[^/]+/.test(databaseUrl)) {
    throw new PlainFault(
      "DATABASE_URL must look like postgres://user:password@host:5432/database.",
    );
  }
  return {
    production,
    dataDir: resolve(root, source.RENHE_DATA_DIR || ".data"),
    databaseUrl,
    ports: {
      web: port("PORT", source.PORT, 3000),
      sandbox: port("SANDBOX_PORT", source.SANDBOX_PORT, 3100),
      postgres: port("POSTGRES_PORT", source.POSTGRES_PORT, 54321),
    },
    publicOrigin: source.PUBLIC_ORIGIN || null,
  };
}

function port(name: string, value: string | undefined, usual: number): number {
  if (!value) return usual;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new PlainFault(`${name} must be a port between 1 and 65535, not "${value}".`);
}
