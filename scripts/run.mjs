// The way in of every npm script: plain JavaScript and Node's own modules only, because it runs
// before anything is installed. It checks the machine, installs what the lock file says, generates
// the Prisma client, and hands over to scripts/commands/<name>.ts on Node 24.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** What the commands need; the npm package brings it where the machine has an older one. */
const neededNode = [22, 13];
/** No tool that runs here may call home. */
const environment = {
  ...process.env,
  CHECKPOINT_DISABLE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  npm_config_update_notifier: "false",
};
/** Also in production: the build needs what stands in devDependencies. */
const installFlags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund"];

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

function isAtLeast(version, [major, minor]) {
  const [haveMajor, haveMinor] = version.replace(/^v/, "").split(".").map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest("hex");
}

function textOf(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function checkFolder() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    stop(`Renhe cannot write to ${root}: the folder is read-only or belongs to somebody else.`);
  }
}

/** Runs a step with its output visible; ends the whole run with one sentence when it fails. */
function step(program, args, failure, env = {}) {
  const options = { cwd: root, stdio: "inherit", env: { ...environment, ...env } };
  const { status, error } = spawnSync(program, args, options);
  if (error || status !== 0) stop(error ? `${failure} (${error.message})` : failure);
}

/** npm as it was called, or the one on the PATH: [program, arguments before the command]. */
function npm() {
  const script = process.env.npm_execpath;
  if (script && /\.[cm]?js$/.test(script)) return [process.execPath, [script]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", []];
}

/**
 * `npm ci`, except where it would refuse: it does when the registry (a mirror, usually) lacks the
 * packages of other systems that the lock file leaves out as well. `npm install` then gives the
 * same versions, and writes neither package.json nor the lock file.
 */
function installCommand(program, before) {
  const dryRun = [...before, "ci", ...installFlags, "--dry-run"];
  const { status } = spawnSync(program, dryRun, { cwd: root, stdio: "ignore", env: environment });
  return status === 0 ? ["ci"] : ["install", "--no-save"];
}

function install() {
  const stamp = join(root, "node_modules/.renhe-lock");
  const lock = hashOf([join(root, "package-lock.json")]);
  if (textOf(stamp) === lock) return;
  say("Installing the packages of package-lock.json. The first time takes a minute or two.");
  const [program, before] = npm();
  step(
    program,
    [...before, ...installCommand(program, before), ...installFlags, "--loglevel=http"],
    "The packages could not be installed: npm says why above. Is the npm registry reachable?",
  );
  writeFileSync(stamp, lock);
}

function generatePrismaClient() {
  const folder = join(root, "prisma/schema");
  const schema = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  const stamp = join(root, "prisma/generated/.stamp");
  const wanted = hashOf([...schema, join(root, "node_modules/prisma/package.json")]);
  if (textOf(stamp) === wanted) return;
  say("Generating the database client.");
  step(
    process.execPath,
    [join(root, "node_modules/prisma/build/index.js"), "generate"],
    "The database client could not be generated: Prisma says why above.",
    // Any program serves: it stops the CLI from fetching an engine that nothing here uses.
    { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  );
  writeFileSync(stamp, wanted);
}

function chooseNode() {
  const installed = join(root, "node_modules/.bin/node");
  const works = (program) => {
    const { stdout, status } = spawnSync(program, ["--version"], { encoding: "utf8" });
    return status === 0 && isAtLeast(stdout.trim(), neededNode);
  };
  if (existsSync(installed) && works(installed)) return installed;
  if (isAtLeast(process.version, neededNode)) return process.execPath;
  return stop(
    `Renhe needs Node ${neededNode.join(".")} or later; this is ${process.version}, and npm brings no newer one for ${process.platform}-${process.arch}.`,
  );
}

/** Hands over, passes signals on, and ends as the command ends. */
function run(node, command, args) {
  const child = spawn(node, ["--import", "tsx", command, ...args], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...environment,
      PATH: `${join(root, "node_modules/.bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => stop(`${node} does not start: ${error.message}`));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

if (!isAtLeast(process.version, [20, 0])) {
  stop(`Renhe needs Node 20 or later; this is ${process.version}.`);
}
const [name = "", ...args] = process.argv.slice(2);
const commands = readdirSync(join(root, "scripts/commands"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""));
if (!commands.includes(name)) {
  stop(`There is no command "${name}". There are: ${commands.join(", ")}.`);
}
checkFolder();
install();
generatePrismaClient();
run(chooseNode(), join(root, `scripts/commands/${name}.ts`), args);
