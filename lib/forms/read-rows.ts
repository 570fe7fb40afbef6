/** More rows than a page can show are no form. */
const maxRows = 200;

/**
 * The repeated part of a form: fields named "skus.0.code", "skus.0.price", "skus.1.code" become rows
 * in the order of their numbers.
 */
export function readRows(form: FormData, name: string): Record<string, string>[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [key, value] of form) {
    const match = /^(\w+)\.(\d{1,3})\.(\w+)$/.exec(key);
    if (match?.[1] !== name || !match[2] || !match[3] || typeof value !== "string") continue;
    const index = Number(match[2]);
    const row = rows.get(index) ?? {};
    row[match[3]] = value;
    if (rows.size < maxRows) rows.set(index, row);
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
}

/** Every text given under one name, as with checkboxes. */
export function readTexts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
