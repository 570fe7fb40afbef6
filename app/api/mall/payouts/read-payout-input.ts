import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { readJson } from "@/lib/http/read-json";
import { mallText } from "@/lib/i18n/mall-text";

const typedSchema = z.looseObject({ amount: z.string().max(100) });
const amountFaults = [
  "empty",
  "zero",
  "not_a_number",
  "too_many_decimals",
  "negative",
  "too_large",
] as const;

/** An amount that cannot be read, with the sentence for it. */
type AmountFault = { ok: false; reason: string; sentence: string };

/**
 * Reads what the withdrawal form sends. Spaces between digits count for nothing; of the amount's
 * faults each has its sentence.
 * @throws AppError("bad_request") for anything that the form does not send
 */
export async function readPayoutInput<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<{ ok: true; input: z.infer<T> } | AmountFault> {
  const typed = await readJson(request, typedSchema);
  const parsed = schema.safeParse({ ...typed, amount: typed.amount.replace(/\s/g, "") });
  if (parsed.success) return { ok: true, input: parsed.data };
  const issue = parsed.error.issues.find(({ path }) => path[0] === "amount");
  const reason = amountFaults.find((fault) => fault === issue?.message);
  if (!reason) throw new AppError("bad_request", parsed.error.message);
  const sentence = mallText(`distribution.withdrawal.request.faults.${reason}`);
  return { ok: false, reason, sentence };
}
