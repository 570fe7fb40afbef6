import { isStorable } from "@/lib/forms/is-storable";

/** The query of a page as Next hands it over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The values of a query, each once; what is empty, given twice or no text is left out. */
export async function searchValues(params: SearchParams): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(await params)) {
    if (typeof value === "string" && value.trim() !== "" && isStorable(value)) {
      values[name] = value;
    }
  }
  return values;
}
