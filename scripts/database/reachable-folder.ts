import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Under whom the server runs; without a number it is whoever runs this. */
export type ServerAccount = { uid?: number; gid?: number; cwd: string };

/**
 * Started by root, Postgres runs under another account, and that one cannot pass folders like
 * /root. Data and programs then live in a system folder.
 */
const systemFolders = ["/var/lib/renhe", join(tmpdir(), "renhe")];

/** Whether the account may enter `path`, or the part of it that exists. */
export function canReach(path: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  const parent = dirname(path);
  if (parent !== path && !canReach(parent, account)) return false;
  if (!existsSync(path)) return true;
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** @returns `wanted` if the account can work there, else a folder called `name` where it can */
export function reachableFolder(wanted: string, name: string, account: ServerAccount): string {
  if (canReach(wanted, account)) return wanted;
  for (const folder of systemFolders) {
    const candidate = join(folder, name);
    if (makeFolder(candidate) && canReach(candidate, account)) return candidate;
  }
  throw new Error(
    `Postgres, which may not run as root, can reach neither ${wanted} nor ${systemFolders[0]}`,
  );
}

/** @returns the programs' folder, or a copy that the account can reach */
export function reachablePrograms(native: string, name: string, account: ServerAccount): string {
  if (canReach(join(native, "bin/postgres"), account)) return native;
  const copy = reachableFolder(native, name, account);
  if (!existsSync(join(copy, "bin/postgres"))) {
    // Links between the libraries stay relative; made otherwise, they would lead back to where
    // the account cannot go. Renamed into place, so that a copy is whole or absent.
    const half = `${copy}.new`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    rmSync(copy, { recursive: true, force: true });
    renameSync(half, copy);
  }
  return copy;
}

function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}
