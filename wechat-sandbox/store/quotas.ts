import type { DatabaseSync } from "node:sqlite";
import { prepared } from "./prepared";

/**
 * Counts one call against `limit` per `periodMs` for this account and name; false when the limit
 * was reached before. Periods are calendar ones: a day quota starts anew at midnight UTC+8.
 */
export function takeQuota(
  db: DatabaseSync,
  quota: { appId: string; name: string; limit: number; periodMs: number },
  nowMs: number,
): boolean {
  const period = Math.floor((nowMs + 8 * 3_600_000) / quota.periodMs);
  const { changes } = prepared(
    db,
    `insert into quotas values (?, ?, ?, 1, ?)
       on conflict (app_id, name) do update set
         used = case when period = excluded.period then used + 1 else 1 end,
         period = excluded.period, last_at = excluded.last_at
       where period <> excluded.period or used < ?`,
  ).run(quota.appId, quota.name, period, nowMs, quota.limit);
  return changes === 1;
}

/** When the quota was last taken, in milliseconds; null when never. */
export function quotaLastTakenAt(db: DatabaseSync, appId: string, name: string): number | null {
  const row = prepared(db, "select last_at from quotas where app_id = ? and name = ?").get(
    appId,
    name,
  );
  return row ? Number(row.last_at) : null;
}
