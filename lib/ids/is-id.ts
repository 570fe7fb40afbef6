const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether something from outside can be an id at all; the database refuses others with an error. An
 * action's arguments have their types in the browser only: anything may come, also a list of one id.
 */
export function isId(value: unknown): value is string {
  return typeof value === "string" && idPattern.test(value);
}
