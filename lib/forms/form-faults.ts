import type { z } from "zod";

/** The key of the sentence for one fault: its own where the schema gave one. */
function keyOf(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith("fault.")) return issue.message;
  if (issue.code === "too_small" && issue.origin === "string") return "fault.required";
  if (issue.code === "too_big" && issue.origin === "string") return "fault.tooLong";
  if (issue.code === "invalid_type" && issue.expected === "string") return "fault.required";
  return issue.code === "invalid_type" || issue.code === "too_big" || issue.code === "too_small"
    ? "fault.number"
    : "fault.invalid";
}

/**
 * What is wrong with which field of a form, in words. Nested fields are named "skus.0.price".
 * @param say finds the sentence of a key
 */
export function formFaults(
  error: z.ZodError,
  say: (key: string) => string,
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".");
    faults[name] ??= say(keyOf(issue));
  }
  return faults;
}
