import { checkDisk, openDataFolder } from "@/scripts/instance/check-machine";
import { holdFolder } from "@/scripts/instance/hold-folder";
import { type InstanceSecrets, loadSecrets } from "@/scripts/instance/load-secrets";
import { type InstanceSettings, readSettings } from "@/scripts/instance/read-settings";

/**
 * Looks at the settings and the folder before anything is started, and keeps the folder for this
 * process until `release`.
 * @throws PlainFault with one sentence
 */
export function openForUse(
  root: string,
  args: readonly string[],
): { settings: InstanceSettings; secrets: InstanceSecrets; release: () => void } {
  const settings = readSettings(root, args, process.env);
  openDataFolder(settings.dataDir);
  checkDisk(settings.dataDir);
  const release = holdFolder(settings.dataDir);
  const { RENHE_SECRET } = process.env;
  const secrets = loadSecrets(settings.dataDir, RENHE_SECRET ? { renheSecret: RENHE_SECRET } : {});
  return { settings, secrets, release };
}

/** One line for the person who watches. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
