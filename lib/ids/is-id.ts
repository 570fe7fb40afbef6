const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text from outside can be an id at all; the database refuses others with an error. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}
