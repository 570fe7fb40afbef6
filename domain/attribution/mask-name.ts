/**
 * A customer's name as distributors may see it: the first character and nothing of the rest, not
 * even its length. "" stays "", for a customer whose name was never asked for.
 */
export function maskName(name: string): string {
  const [first] = Array.from(name.trim());
  return first === undefined ? "" : `${first}**`;
}
