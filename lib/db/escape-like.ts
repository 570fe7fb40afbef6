/** Text for `contains` and `startsWith`: Prisma hands it to LIKE as it is, where % and _ stand for anything. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
