import { errorWords } from "@/lib/log/error-words";

/** Nobody reads further back, and a cause can be its own. */
const maxCauses = 3;

/** What a line in the log holds of an error: its words, where it happened, and those of its causes. */
export function errorFields(error: unknown, causes = maxCauses): unknown {
  if (!(error instanceof Error)) return error;
  const { stack, cause } = error;
  return {
    ...errorWords(error),
    stack,
    ...(cause === undefined || causes === 0 ? {} : { cause: errorFields(cause, causes - 1) }),
  };
}
