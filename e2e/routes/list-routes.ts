import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const app = join(import.meta.dirname, "../../app");

/** Everything of the app folder that answers a request. Built from the files, so nothing is forgotten. */
export type Routes = {
  /** Paths as people see them, parameters in brackets: "/orders/[orderNo]". */
  pages: string[];
  /** "POST /api/mall/checkout". */
  handlers: string[];
  /** "(mall)/…/order-actions.ts closeOrderAction orderNo": its file, its name, its first argument. */
  actions: string[];
};

export function listRoutes(): Routes {
  const files = readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return {
    pages: files.filter((file) => file.endsWith("/page.tsx")).map(pathOf),
    handlers: files.filter((file) => file.endsWith("/route.ts")).flatMap(handlersOf),
    actions: files.filter((file) => /\.tsx?$/.test(file)).flatMap(actionsOf),
  };
}

/** The mall's pages lie below the host that was asked; groups in round brackets are no part of a path. */
function pathOf(file: string): string {
  const folder = relative(app, join(file, ".."));
  const path = folder
    .split("/")
    .filter((part) => part !== "" && !part.startsWith("("))
    .join("/")
    .replace(/^mall\/\[host\]\/?/, "");
  return `/${path}`;
}

function handlersOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) =>
    new RegExp(`export (async )?function ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(source),
  );
  return methods.map((method) => `${method} ${pathOf(file)}`);
}

function actionsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  if (!source.startsWith('"use server"')) return [];
  const names = source.matchAll(/export async function (\w+)\(\s*(\w*)/g);
  return [...names].map(([, name, first]) => `${relative(app, file)} ${name} ${first}`.trim());
}
