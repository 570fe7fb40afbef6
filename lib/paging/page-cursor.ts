/** Where a page ends: the next one begins right below. Ids break ties of the same moment. */
export type PageCursor = { createdAt: Date; id: string };

export function writeCursor({ createdAt, id }: PageCursor): string {
  return `${createdAt.getTime().toString(36)}.${id}`;
}

/** @returns null for anything that writeCursor did not write */
export function readCursor(text: string | undefined): PageCursor | null {
  const match = /^([0-9a-z]{1,9})\.([0-9a-f-]{36})$/.exec(text ?? "");
  if (!match?.[1] || !match[2]) return null;
  return { createdAt: new Date(Number.parseInt(match[1], 36)), id: match[2] };
}

/** The condition for everything below the cursor, newest first. */
export function belowCursor(cursor: PageCursor | null) {
  if (cursor === null) return {};
  const { createdAt, id } = cursor;
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
