/** A mean score in tenths as people read it: 47 is "4.7", null (nobody said anything) is "—". */
export function formatTenths(tenths: number | null): string {
  return tenths === null ? "—" : `${Math.trunc(tenths / 10)}.${tenths % 10}`;
}
