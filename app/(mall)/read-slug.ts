/** The slug that an address holds; empty, and so found nowhere, for bytes that are no text ("%ff"). */
export function readSlug(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}
