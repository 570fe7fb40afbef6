import type { z } from "zod";
import type { ActionResult } from "@/components/ui/action-result";
import { formFaults } from "@/lib/forms/form-faults";
import { isStorable } from "@/lib/forms/is-storable";

/** The fields with a text that no database keeps. */
function findUnstorable(input: unknown): string[] {
  if (isStorable(input)) return [];
  const fields = Object.entries(Object(input)).filter(([, value]) => !isStorable(value));
  return fields.map(([name]) => name);
}

type Refused = Extract<ActionResult, { ok: false }>;

/** Reads a form through a schema, or says which field is wrong. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  say: (key: string) => string,
): { ok: true; data: z.output<Schema> } | { ok: false; refusal: Refused } {
  const unstorable = findUnstorable(input);
  if (unstorable.length > 0) {
    const faults = Object.fromEntries(unstorable.map((name) => [name, say("fault.invalid")]));
    return { ok: false, refusal: { ok: false, message: say("common.checkFields"), faults } };
  }
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
