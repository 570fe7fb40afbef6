const HOUR_MS = 3_600_000;

/**
 * Until when nothing can be withdrawn after the payout account was changed, or null. The first entry is
 * no change: whoever takes over a session gains nothing by it that a change would not cost them.
 */
export function coolingDownUntil(
  account: { createdAt: Date; changedAt: Date },
  cooldownHours: number,
  now: Date,
): Date | null {
  if (account.changedAt.getTime() === account.createdAt.getTime()) return null;
  const until = new Date(account.changedAt.getTime() + cooldownHours * HOUR_MS);
  return now < until ? until : null;
}
