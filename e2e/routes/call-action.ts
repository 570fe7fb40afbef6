import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shopUrl } from "@/e2e/pages/phone";
import { type Answer, ask } from "@/e2e/routes/ask";
import { fillPath } from "@/e2e/routes/probe-id";
import { getSetting } from "@/scripts/database/process-settings";

type Manifest = {
  node: Record<string, { exportedName: string; workers: Record<string, unknown> }>;
};

const build = join(import.meta.dirname, "../..", getSetting("NEXT_DIST_DIR") ?? ".next");
const boundary = "----a-form-that-nobody-filled-in";

/**
 * Sends what the browser sends when it calls a server action, without any page around: the arguments
 * and, last of them, a form. React writes a form's fields as `_1_name`; under any other name they do not
 * arrive, and every action refuses an empty form: actions.spec.ts sees that they do.
 * @param name of the action; its number comes from the build
 */
export function callAction(
  name: string,
  args: readonly unknown[],
  form: Readonly<Record<string, string>>,
  cookie: string,
  host = "localhost",
): Promise<Answer> {
  const { id, path } = findAction(name);
  const fields = [
    ...Object.entries(form).map(([field, value]) => [`_1_${field}`, value]),
    ["0", JSON.stringify([...args, "$K1"])],
  ];
  const parts = fields.map(
    ([field, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  return ask(path, {
    method: "POST",
    cookie,
    host,
    headers: {
      "next-action": id,
      accept: "text/x-component",
      origin: shopUrl("", host),
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    body: `${parts.join("")}--${boundary}--\r\n`,
  });
}

/** The number of an action in this build, and the address of a page that knows it. */
function findAction(name: string): { id: string; path: string } {
  const file = join(build, "server/server-reference-manifest.json");
  const { node }: Manifest = JSON.parse(readFileSync(file, "utf8"));
  const found = Object.entries(node).find(([, action]) => action.exportedName === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  const [worker = ""] = Object.keys(found[1].workers);
  const folders = worker.split("/").slice(1, -1);
  const path = folders.filter((part) => !part.startsWith("(")).join("/");
  return { id: found[0], path: fillPath(`/${path.replace(/^mall\/\[host\]\/?/, "")}`, "x") };
}
