/** Something is wrong with the machine or the settings, said in one sentence: no stack helps. */
export class PlainFault extends Error {
  override name = "PlainFault";
}

/** The reason inside an unknown thrown value, in one line. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  // A program that failed says more than that it failed.
  const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
  if (said !== "") return said.split("\n").at(-1) ?? said;
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n")[0] || "no reason given";
}
