import type { SandboxContext } from "../sandbox-context";
import type { SandboxReply } from "./replies";
import type { SandboxRequest } from "./sandbox-request";

export interface Route {
  /** The name by which faults address it. */
  endpoint: string;
  method: "GET" | "POST" | "DELETE";
  /** Path with `{name}` for variable parts. */
  path: string;
  answer: (
    context: SandboxContext,
    request: SandboxRequest,
  ) => SandboxReply | Promise<SandboxReply>;
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith("{") && value !== "") params[part.slice(1, -1)] = decode(value);
    else if (part !== value) return null;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The route for a method and path, with the path's variable parts; null when there is none. */
export function matchRoute(
  routes: Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | null {
  for (const route of routes) {
    const params = route.method === method ? matchPath(route.path, path) : null;
    if (params) return { route, params };
  }
  return null;
}
