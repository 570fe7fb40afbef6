import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";

const run = promisify(execFile);
const packageFolder = join(
  dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))),
  "..",
);

/**
 * Unpacks the Chromium that lies inside @sparticuz/chromium (x86-64 Linux) once per machine and
 * version. The package's own unpacking takes a half-written file for a finished one.
 * @returns the program, and the folder with the libraries that a bare machine lacks
 */
export async function unpackChromium(): Promise<{ program: string; libraries: string }> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const folder = join(tmpdir(), `renhe-chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return { program: join(folder, "chromium"), libraries: join(folder, "lib") };
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(tmpdir(), { recursive: true });
  const half = await mkdtemp(`${folder}.`);
  await unpackFile("chromium.br", join(half, "chromium"));
  await chmod(join(half, "chromium"), 0o755);
  // Network security services for machines without them, and a renderer for WebGL and canvas.
  for (const name of ["al2023.tar", "swiftshader.tar"]) {
    await unpackFile(`${name}.br`, join(half, name));
    await run("tar", ["-xf", join(half, name), "-C", half]);
    await rm(join(half, name));
  }
  // Renamed into place: whoever comes second at the same time throws its own copy away.
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }));
}

async function unpackFile(name: string, target: string): Promise<void> {
  const source = createReadStream(join(packageFolder, "bin", name));
  await pipeline(source, createBrotliDecompress(), createWriteStream(target));
}
