import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PlainFault } from "@/scripts/instance/plain-fault";

const secretsSchema = z.object({
  /** Names this installation where its folder cannot hold its data. */
  installationId: z.string().regex(/^[0-9a-f]{16}$/),
  renheSecret: z.string().regex(/^[0-9a-f]{64}$/),
  postgresPassword: z.string().min(16),
  applicationPassword: z.string().min(16),
  /** With which the demo's staff sign in. */
  demoPassword: z.string().min(12),
});
export type InstanceSecrets = z.infer<typeof secretsSchema>;

/** The secrets of this installation: made once, readable by its owner alone, never in the repository. */
export function loadSecrets(dataDir: string, settings: { renheSecret?: string }): InstanceSecrets {
  const file = join(dataDir, "secrets.json");
  const kept = existsSync(file) ? read(file) : write(file);
  return settings.renheSecret ? { ...kept, renheSecret: settings.renheSecret } : kept;
}

function read(file: string): InstanceSecrets {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new PlainFault(
      `${file} is damaged: restore it from a backup. Without it sealed data cannot be read.`,
    );
  }
}

function write(file: string): InstanceSecrets {
  const secrets: InstanceSecrets = {
    installationId: randomBytes(8).toString("hex"),
    renheSecret: randomBytes(32).toString("hex"),
    postgresPassword: randomBytes(24).toString("base64url"),
    applicationPassword: randomBytes(24).toString("base64url"),
    demoPassword: randomBytes(12).toString("base64url"),
  };
  // Renamed into place: a crash leaves no half-written key.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
