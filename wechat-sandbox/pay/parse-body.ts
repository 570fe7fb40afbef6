import type { z } from "zod";
import type { SandboxRequest } from "../http/sandbox-request";
import { PayRefusal } from "./pay-refusal";

type Issue = z.core.$ZodIssue;

function valueAt(body: unknown, path: PropertyKey[]): unknown {
  let value = body;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return null;
    value = Reflect.get(value, key);
  }
  return value ?? null;
}

function explain(source: string, issue: Issue, body: unknown): string {
  const field = `输入源“/${source}/${issue.path.join("/")}”`;
  if (issue.code === "custom") return `${field}${issue.message}`;
  if (valueAt(body, issue.path) === null) return `${field}必填性规则校验失败，此字段为必填项`;
  if (issue.code === "invalid_type") return `无法将${field}映射到目标字段中，类型不符`;
  return `${field}规则校验失败，${issue.message}`;
}

/**
 * Checks input by one of the sandbox's schemas. Throws PayRefusal PARAM_ERROR (400) with WeChat's
 * kind of detail: where it was found and the value that was refused.
 */
export function parseInput<Output>(
  schema: z.ZodType<Output>,
  source: "body" | "query",
  input: unknown,
): Output {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) throw new PayRefusal("PARAM_ERROR", "参数错误");
  if (issue.code === "unrecognized_keys") {
    throw new PayRefusal("PARAM_ERROR", "请求中含有未在API文档中定义的参数", {
      location: null,
      value: issue.keys.map((key) => `/${[source, ...issue.path, key].join("/")}`),
    });
  }
  throw new PayRefusal("PARAM_ERROR", explain(source, issue, input), {
    field: `/${issue.path.join("/")}`,
    location: source,
    value: valueAt(input, issue.path),
  });
}

/** The JSON body of a request, checked by `schema`. Throws PayRefusal PARAM_ERROR (400). */
export function parseBody<Output>(schema: z.ZodType<Output>, request: SandboxRequest): Output {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(request.rawBody));
  } catch {
    throw new PayRefusal("PARAM_ERROR", "请求报文不是合法的JSON");
  }
  return parseInput(schema, "body", json);
}

/** The query of a request, checked by `schema`. Throws PayRefusal PARAM_ERROR (400). */
export function parseQuery<Output>(schema: z.ZodType<Output>, request: SandboxRequest): Output {
  return parseInput(schema, "query", Object.fromEntries(request.url.searchParams));
}
