import { resolve } from "node:path";
import { buildIfChanged } from "@/scripts/instance/build-if-changed";
import { serveUntilTold } from "@/scripts/instance/serve-until-told";

const root = resolve(import.meta.dirname, "../..");

/** `npm start [-- --production]`: installs, migrates, builds, serves, until Ctrl-C. */
await serveUntilTold({
  root,
  args: process.argv.slice(2),
  dev: false,
  prepare: (say, told) => buildIfChanged(root, process.env.NEXT_DIST_DIR || ".next", say, told),
});
