/** The query of a page as Next hands it over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The values of a query, each once; what is empty or given twice is left out. */
export async function searchValues(params: SearchParams): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(await params)) {
    if (typeof value === "string" && value.trim() !== "") values[name] = value;
  }
  return values;
}
