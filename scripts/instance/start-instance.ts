import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InstanceSecrets } from "@/scripts/instance/load-secrets";
import { type OpenDatabase, openDatabase } from "@/scripts/instance/open-database";
import { PlainFault } from "@/scripts/instance/plain-fault";
import { programSettings } from "@/scripts/instance/program-settings";
import type { InstanceSettings } from "@/scripts/instance/read-settings";
import { seedIfEmpty } from "@/scripts/instance/seed-if-empty";
import { lastLines, type Program, type Supervised, supervise } from "@/scripts/instance/supervise";
import { untilAborted } from "@/scripts/instance/told-to-stop";
import { waitUntilReady } from "@/scripts/instance/wait-until-ready";

export type Instance = {
  database: OpenDatabase;
  settings: InstanceSettings;
  secrets: InstanceSecrets;
  programs: Record<string, Supervised>;
  /** Ends web, worker, sandbox and, last, the database; waits for each. */
  stop: () => Promise<void>;
};

const readyLimitMs = 120_000;

/**
 * A whole Renhe: database, demo, sandbox, web and worker. The build must be there, except with `dev`.
 * @param options.told stops the start when it aborts
 * @throws PlainFault after stopping again whatever had been started
 */
export async function startInstance(options: {
  settings: InstanceSettings;
  secrets: InstanceSecrets;
  dev: boolean;
  say: (sentence: string) => void;
  told: AbortSignal;
}): Promise<Instance> {
  const { settings, secrets, say, told } = options;
  const database = await openDatabase(settings, secrets, say);
  const programs: Record<string, Supervised> = {};
  const stop = async (): Promise<void> => {
    for (const program of Object.values(programs).reverse()) await program.stop();
    await database.stop();
  };
  try {
    const env = programSettings(settings, secrets, database.appUrl);
    if (!settings.production) await seedIfEmpty({ settings, secrets, database, env, say, told });
    told.throwIfAborted();
    for (const program of listPrograms({ ...options, env })) {
      programs[program.name] = supervise(program, say);
    }
    await untilReady(programs, settings, told);
    return { database, settings, secrets, programs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In the order of starting; stopping goes the other way. */
function listPrograms(options: {
  settings: InstanceSettings;
  dev: boolean;
  env: NodeJS.ProcessEnv;
}): Program[] {
  const { settings, dev, env } = options;
  const logFile = (name: string) => join(settings.dataDir, "logs", `${name}.log`);
  const mode = dev ? ({ NODE_ENV: "development" } as const) : {};
  const programs: Program[] = [
    { name: "worker", args: ["worker/main.ts"], env, logFile: logFile("worker") },
    { name: "web", args: ["web/main.ts"], env: { ...env, ...mode }, logFile: logFile("web") },
  ];
  return settings.production ? programs : [sandbox(settings, logFile("sandbox")), ...programs];
}

function sandbox({ dataDir, ports }: InstanceSettings, logFile: string): Program {
  const data = join(dataDir, "sandbox");
  mkdirSync(data, { recursive: true });
  const accounts = join(data, "accounts.json");
  // Without a demo no merchant has an account there yet.
  if (!existsSync(accounts)) writeFileSync(accounts, "[]\n");
  return {
    name: "sandbox",
    args: [
      "wechat-sandbox/server.ts",
      ...["--port", String(ports.sandbox), "--data", data],
      ...["--phone-cookies", "renhe_visitor,renhe_session"],
    ],
    env: process.env,
    logFile,
  };
}

async function untilReady(
  programs: Record<string, Supervised>,
  { production, ports, dataDir }: InstanceSettings,
  told: AbortSignal,
): Promise<void> {
  const ready = [waitUntilReady(`http://127.0.0.1:${ports.web}/readyz`, readyLimitMs)];
  if (!production) {
    ready.push(waitUntilReady(`http://localhost:${ports.sandbox}/phone`, readyLimitMs));
  }
  const gaveUp = Object.values(programs).map((program) => program.gaveUp);
  const failure = await Promise.race([
    Promise.all(ready).then(() => null),
    untilAborted(told),
    ...gaveUp,
  ]).catch((error: unknown) => `${error}\n${lastLines(join(dataDir, "logs/web.log"))}`);
  told.throwIfAborted();
  if (failure) throw new PlainFault(failure);
}
