import { AppError } from "@/lib/errors/app-error";

/**
 * What the product says of an error of the database.
 * @returns AppError("busy") when no connection came free in time, AppError("bad_request") for a text that
 *   Postgres cannot keep, everything else as it came
 */
export function databaseError(error: unknown): unknown {
  if (isPoolExhausted(error)) return new AppError("busy", "no free connection", { cause: error });
  if (isUnstorable(error)) return new AppError("bad_request", "no text to keep", { cause: error });
  return error;
}

/** P2028: Prisma could not start the transaction in time; the other sentence is the pool's own. */
function isPoolExhausted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isPrismas = "code" in error && error.code === "P2028";
  return (
    (isPrismas && error.message.includes("Unable to start")) ||
    error.message === "timeout exceeded when trying to connect"
  );
}

/** What Postgres says of a NUL and of half a surrogate pair (22021, 22P02, 22P05), and Prisma for it. */
const unstorableCodes = new Set<unknown>(["22021", "22P02", "22P05", "P2007"]);

function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = { code: null, ...error };
  return unstorableCodes.has(code) || error.message.includes("invalid byte sequence for encoding");
}
