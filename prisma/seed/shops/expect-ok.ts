/**
 * In the demo nothing is refused by surprise: a refusal is a mistake of the seed.
 * @throws Error with the reason
 */
export function expectOk<Result extends { ok: boolean }>(
  result: Result,
): Extract<Result, { ok: true }> {
  if (isOk(result)) return result;
  throw new Error(`the demo was refused: ${JSON.stringify(result, asText)}`);
}

function isOk<Result extends { ok: boolean }>(
  result: Result,
): result is Extract<Result, { ok: true }> {
  return result.ok;
}

/** JSON knows no bigint. */
function asText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
