import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { PlainFault, reasonOf } from "@/scripts/instance/plain-fault";

/** A first start writes about 300 MB (build, database); below this Postgres would fail half-way. */
const neededMegabytes = 500;

/** Makes the data folder. @throws PlainFault when nothing can be written there */
export function openDataFolder(dataDir: string): void {
  const probe = join(dataDir, ".write-test");
  try {
    mkdirSync(join(dataDir, "logs"), { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new PlainFault(`Renhe cannot write to ${dataDir}: ${reasonOf(error)}`);
  }
}

/** @throws PlainFault when the disk of this folder is almost full */
export function checkDisk(folder: string, needed: number = neededMegabytes): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free >= needed) return;
  throw new PlainFault(
    `Too little disk: ${free} MB are free at ${folder}, ${needed} MB are needed.`,
  );
}

/** @throws PlainFault naming the setting that moves the port, when somebody listens there already */
export async function checkPort(port: number, setting: string, purpose: string): Promise<void> {
  for (const host of ["127.0.0.1", "0.0.0.0"]) {
    if (await canListen(port, host)) continue;
    throw new PlainFault(
      `Port ${port} is in use, and ${purpose} needs it: stop what listens there, or choose another with ${setting}=…`,
    );
  }
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
