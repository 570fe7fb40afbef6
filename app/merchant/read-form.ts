import type { z } from "zod";
import type { ActionResult } from "@/components/ui/action-result";
import { formFaults } from "@/lib/forms/form-faults";

type Refused = Extract<ActionResult, { ok: false }>;

/** Reads a form through a schema, or says which field is wrong. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  say: (key: string) => string,
): { ok: true; data: z.output<Schema> } | { ok: false; refusal: Refused } {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, data: parsed.data };
  return {
    ok: false,
    refusal: {
      ok: false,
      message: say("common.checkFields"),
      faults: formFaults(parsed.error, say),
    },
  };
}
