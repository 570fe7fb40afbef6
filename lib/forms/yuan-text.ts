import { z } from "zod";
import { parseYuan } from "@/domain/money/parse-yuan";

/** An amount as a person types it into a form, as fen. Its fault is the key of a sentence. */
export const yuanText = z.string().transform((text, context) => {
  const parsed = parseYuan(text);
  if (parsed.ok) return parsed.fen;
  context.addIssue({ code: "custom", message: `fault.money.${parsed.reason}` });
  return z.NEVER;
});

/** Like yuanText; nothing typed is null. */
export const optionalYuanText = z.string().transform((text, context) => {
  if (text.trim() === "") return null;
  const parsed = parseYuan(text);
  if (parsed.ok) return parsed.fen;
  context.addIssue({ code: "custom", message: `fault.money.${parsed.reason}` });
  return z.NEVER;
});
