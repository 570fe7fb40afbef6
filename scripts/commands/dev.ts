import { resolve } from "node:path";
import { serveUntilTold } from "@/scripts/instance/serve-until-told";

/** `npm run dev`: the same as start, with pages that follow the sources. */
await serveUntilTold({
  root: resolve(import.meta.dirname, "../.."),
  args: process.argv.slice(2),
  dev: true,
  prepare: () => Promise.resolve(),
});
