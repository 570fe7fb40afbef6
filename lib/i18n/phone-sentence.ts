import { fillText } from "@/lib/i18n/fill-text";
import errors from "@/messages/zh/errors.json";

const sentences: Readonly<Record<string, string>> = errors;

/**
 * The sentence for a reason that a server returned, for small client code that cannot afford a
 * message formatter. `{name}` is replaced from `values`; an unknown reason gets the general sentence.
 */
export function phoneSentence(
  reason: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fillText(sentences[reason] ?? errors.unknown, values);
}
