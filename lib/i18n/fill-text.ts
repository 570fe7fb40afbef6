/** Puts values into a sentence's `{names}`; for client code that cannot afford a message formatter. */
export function fillText(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
