const written = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;

/**
 * A moment as bills print it, in Beijing and without a zone: "2026-11-21 18:00:00".
 * @returns its day as written and the instant; null for what is no moment of the calendar
 */
export function readBillTime(text: string): { day: string; at: Date } | null {
  const match = written.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const at = new Date(`${match[1]}T${match[2]}+08:00`);
  if (Number.isNaN(at.getTime())) return null;
  // The way back catches what Date repairs silently, such as the 30th of February.
  const back = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return back.slice(0, 19) === `${match[1]}T${match[2]}` ? { day: match[1], at } : null;
}
