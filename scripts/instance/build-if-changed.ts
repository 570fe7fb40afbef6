import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainFault } from "@/scripts/instance/plain-fault";

/** What a build is made of. Settings are not: they are read at run time. */
const sources = [
  "app",
  "components",
  "domain",
  "features",
  "lib",
  "messages",
  "public",
  "prisma/schema",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Next wants to know nothing at build time; the modules that pages import read the settings all the same. */
const buildSettings = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  RENHE_SECRET: "0".repeat(64),
  NODE_ENV: "production" as const,
};

/**
 * Runs `next build` unless the last one was made of the same sources.
 * @param told stops the build when it aborts
 * @returns whether it built
 * @throws PlainFault when the build fails; what Next said has been shown
 */
export async function buildIfChanged(
  root: string,
  distDir: string,
  say: (sentence: string) => void,
  told?: AbortSignal,
): Promise<boolean> {
  const stamp = join(root, distDir, "renhe-sources");
  const wanted = hashSources(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  say("Building, because the sources changed. This takes a minute or two.");
  rmSync(stamp, { force: true });
  await keepFile(join(root, "tsconfig.json"), () => build(root, distDir, told));
  writeFileSync(stamp, wanted);
  return true;
}

/** Next writes its own folders into tsconfig.json; the repository's stays as it is. */
export async function keepFile(path: string, work: () => Promise<void>): Promise<void> {
  const kept = readFileSync(path);
  try {
    await work();
  } finally {
    if (!kept.equals(readFileSync(path))) writeFileSync(path, kept);
  }
}

function build(root: string, distDir: string, told?: AbortSignal): Promise<void> {
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    ...(told ? { signal: told } : {}),
    stdio: "inherit",
    env: { ...process.env, ...buildSettings, NEXT_DIST_DIR: distDir },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new PlainFault("The build failed: Next says why above.")),
    );
  });
}

/** One hash over the names and contents of every source file. */
function hashSources(root: string): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => filesOf(join(root, source)))) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
