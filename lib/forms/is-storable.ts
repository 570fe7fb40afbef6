/** Nothing that a person sends is nested deeper. */
const maxDepth = 50;

/**
 * Whether Postgres can keep every text in a value from outside: no NUL, which no text column takes,
 * and no half of a surrogate pair, which no jsonb column takes.
 */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  if (typeof value !== "object" || value === null || value instanceof File) return true;
  if (depth === maxDepth) return false;
  return Object.entries(value).every(
    ([name, inner]) => isStorable(name, depth + 1) && isStorable(inner, depth + 1),
  );
}
