import type { AskedStart } from "@/features/insights/queries/find-share-start";
import { isId } from "@/lib/ids/is-id";

/** Which part and page of the tree an address names; null for ids that cannot be any. */
export function readShareStart(
  values: Readonly<Record<string, string>>,
): { start: AskedStart; page: number } | null {
  const { person, link, cursor = "0" } = values;
  const page = /^\d{1,4}$/.test(cursor) ? Number(cursor) : 0;
  if (person !== undefined) return isId(person) ? { start: { personId: person }, page } : null;
  if (link !== undefined) return isId(link) ? { start: { linkId: link }, page } : null;
  return { start: null, page };
}
