type ErrorWords = { name: string; code?: unknown; message: string };

/**
 * What an error says, and nothing that its maker hung on it: Postgres' driver adds the whole connection
 * with its settings, a constraint the values that broke it.
 */
export function errorWords(error: Error): ErrorWords {
  const { name, message } = error;
  return { name, ...("code" in error ? { code: error.code } : {}), message };
}
