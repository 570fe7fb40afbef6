import { resolve } from "node:path";
import { borrowDatabase } from "@/scripts/instance/borrow-database";
import { openDataFolder } from "@/scripts/instance/check-machine";
import {
  examineDatabase,
  examineDisk,
  examineReach,
  examineSettings,
  type Finding,
} from "@/scripts/instance/examine";
import { loadSecrets } from "@/scripts/instance/load-secrets";
import { programSettings } from "@/scripts/instance/program-settings";
import { readSettings } from "@/scripts/instance/read-settings";
import { runCommand } from "@/scripts/instance/run-command";

/** `npm run doctor`: a sentence about everything that a shop needs to run; fails if something is wrong. */
await runCommand(async () => {
  const root = resolve(import.meta.dirname, "../..");
  const settings = readSettings(root, process.argv.slice(2), process.env);
  openDataFolder(settings.dataDir);
  const database = await borrowDatabase(settings);
  try {
    const secrets = loadSecrets(settings.dataDir, {});
    const env = programSettings(settings, secrets, database.ownerUrl);
    const findings: Finding[] = [
      examineSettings(env),
      ...(await examineDatabase(database.ownerUrl)),
      examineDisk(settings.dataDir),
      await examineReach("WeChat", env.WECHAT_API_URL ?? "https://api.weixin.qq.com"),
      await examineReach("WeChat Pay", env.WECHAT_PAY_URL ?? "https://api.mch.weixin.qq.com"),
    ];
    for (const { subject, ok, sentence } of findings) {
      console.log(`${ok ? "ok   " : "WRONG"} ${subject.padEnd(11)} ${sentence}`);
    }
    return findings.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    await database.stop();
  }
});
