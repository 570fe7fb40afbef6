import { toString as drawQrCode } from "qrcode";
import { setSettings } from "@/scripts/database/process-settings";
import { findLandmarks, type Landmarks } from "@/scripts/instance/find-landmarks";
import type { Instance } from "@/scripts/instance/start-instance";

/** Says where to go and how to sign in, after a start that took `tookMs`. */
export async function printWelcome(instance: Instance, tookMs: number): Promise<void> {
  const { settings, database, secrets } = instance;
  const landmarks = await findLandmarks(database.ownerUrl);
  const origin = (host: string) =>
    settings.publicOrigin?.replace("{host}", host) ?? `http://${host}:${settings.ports.web}`;
  const home = origin(landmarks.shops[0]?.host ?? "localhost");
  const lines = ["", `Renhe is open after ${(tookMs / 1000).toFixed(1)} s.`, ""];
  for (const { host, name } of landmarks.shops) lines.push(line(name, `${origin(host)}/`));
  if (!settings.production) {
    lines.push(line("WeChat phone", `http://localhost:${settings.ports.sandbox}/phone`));
  }
  lines.push(line("Dashboard", `${home}/merchant`));
  lines.push(...signIn(landmarks, secrets.demoPassword, settings.production));
  lines.push(line("Logs", `${settings.dataDir}/logs`));
  if (landmarks.shops.length === 0) lines.push(await setUp(instance, `${home}/merchant/setup`));
  if (landmarks.shareCode) lines.push(...(await shareLink(`${home}/s/${landmarks.shareCode}`)));
  lines.push("", "Ctrl-C stops everything.", "");
  process.stdout.write(lines.join("\n"));
}

function line(label: string, value: string): string {
  // A Chinese character is two columns wide.
  const columns = [...label].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0);
  return `  ${label}${" ".repeat(Math.max(1, 17 - columns))}${value}`;
}

function signIn(landmarks: Landmarks, password: string, production: boolean): string[] {
  if (production || landmarks.staffEmails.length === 0) return [];
  return [
    line("Sign in as", landmarks.staffEmails.join(", ")),
    line("Password", `${password}  (made for this installation, kept in secrets.json)`),
  ];
}

/** An empty installation has no password: whoever reads this line becomes its owner. */
async function setUp({ database, secrets }: Instance, url: string): Promise<string> {
  setSettings({ DATABASE_URL: database.appUrl, RENHE_SECRET: secrets.renheSecret });
  // Loaded late: it reads the settings.
  const { setupCode } = await import("@/lib/secrets/setup-code");
  return line("Set up", `${url} with the one-time code ${setupCode()}`);
}

async function shareLink(url: string): Promise<string[]> {
  const code = await drawQrCode(url, { type: "terminal", small: true });
  return [line("Share link", url), "", code.trimEnd()];
}
