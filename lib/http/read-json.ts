import type { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { isStorable } from "@/lib/forms/is-storable";
import { readLimitedBody } from "@/lib/http/read-limited-body";

const maxBodyBytes = 64 * 1024;

/**
 * The body of a request of our own pages. Only application/json is read: a form on somebody else's
 * page cannot send that without asking first.
 * @throws AppError("bad_request") for anything that does not fit the schema
 */
export async function readJson<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<z.infer<T>> {
  const type = request.headers.get("content-type") ?? "";
  const length = Number(request.headers.get("content-length") ?? 0);
  if (!type.startsWith("application/json") || length > maxBodyBytes) {
    throw new AppError("bad_request");
  }
  const bytes = await readLimitedBody(request, maxBodyBytes);
  if (bytes === null) throw new AppError("bad_request");
  const content = parseJson(new TextDecoder().decode(bytes));
  if (!isStorable(content)) throw new AppError("bad_request");
  const parsed = schema.safeParse(content);
  if (!parsed.success) throw new AppError("bad_request", parsed.error.message);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
