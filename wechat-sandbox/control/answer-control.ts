import type { z } from "zod";
import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";

/** A refusal of the control API, which is the sandbox's own and not WeChat's. */
export function controlRefusal(status: number, reason: string, detail?: unknown): SandboxReply {
  return jsonReply({ ok: false, reason, ...(detail === undefined ? {} : { detail }) }, status);
}

/**
 * Parses the JSON body of a control request and lets `act` answer; 400 with the schema's findings
 * when it does not fit. An empty body counts as {}.
 */
export function withControlBody<Body>(
  schema: z.ZodType<Body>,
  request: SandboxRequest,
  act: (body: Body) => SandboxReply,
): SandboxReply {
  let json: unknown;
  try {
    json = JSON.parse(request.rawBody.toString("utf8") || "{}");
  } catch {
    return controlRefusal(400, "not_json");
  }
  const parsed = schema.safeParse(json);
  return parsed.success
    ? act(parsed.data)
    : controlRefusal(
        400,
        "invalid",
        parsed.error.issues.map(({ path, message }) => ({ path, message })),
      );
}
