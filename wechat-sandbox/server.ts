import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { accountsFileSchema } from "./account";
import { createUser } from "./phone/switch-user";
import { newUserSchema } from "./schemas/control";
import { startSandbox } from "./start-sandbox";

const USAGE =
  "tsx wechat-sandbox/server.ts --port 3100 --data .data/sandbox [--time-scale 60] [--phone-cookies a,b] [--transfers-per-second 100]";

function readAccounts(dataDir: string) {
  const path = join(dataDir, "accounts.json");
  try {
    return accountsFileSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} is missing or not a list of sandbox accounts: ${reason}`);
  }
}

/** Users that a seed wants to find on the phone: `users.json`, if there is one. */
function readUsers(dataDir: string) {
  const path = join(dataDir, "users.json");
  return existsSync(path)
    ? z.array(newUserSchema).parse(JSON.parse(readFileSync(path, "utf8")))
    : [];
}

/** node:sqlite and type stripping announce on each start that they are new; that helps nobody. */
function muteExperimentalWarnings(): void {
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") process.stderr.write(`${warning.stack}\n`);
  });
}

async function main(): Promise<void> {
  muteExperimentalWarnings();
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "3100" },
      data: { type: "string", default: ".data/sandbox" },
      "transfers-per-second": { type: "string", default: "100" },
      "time-scale": { type: "string", default: "60" },
      "phone-cookies": { type: "string", default: "renhe_visitor,renhe_session" },
    },
  });
  const port = Number(values.port);
  const timeScale = Number(values["time-scale"]);
  const transfersPerSecond = Number(values["transfers-per-second"]);
  if (!Number.isInteger(port) || !(timeScale > 0) || !(transfersPerSecond > 0))
    throw new Error(`Usage: ${USAGE}`);
  const running = await startSandbox({
    port,
    dataDir: values.data,
    accounts: readAccounts(values.data),
    timeScale,
    transfersPerSecond,
    phoneCookies: values["phone-cookies"].split(",").filter((name) => name !== ""),
  });
  for (const user of readUsers(values.data)) createUser(running.sandbox, user);
  process.stdout.write(`WeChat sandbox: ${running.url}/phone\n`);
  const stop = () => void running.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
