const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/**
 * Until when a withdrawal is to be paid: the last millisecond of the day in Shanghai that lies
 * `dueDays` after the day of the request.
 */
export function dueDate(requestedAt: Date, dueDays: number): Date {
  const day = Math.floor((requestedAt.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS);
  return new Date((day + dueDays + 1) * DAY_MS - SHANGHAI_OFFSET_MS - 1);
}
