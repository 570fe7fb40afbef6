import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { prepared } from "./prepared";

const notificationRowSchema = z.object({
  id: z.string(),
  app_id: z.string(),
  url: z.string(),
  /** The plain resource as JSON; it is encrypted anew for each attempt. */
  resource: z.string(),
  created_at: z.int(),
  next_at: z.int().nullable(),
  attempts: z.int(),
  state: z.enum(["waiting", "delivered", "given_up"]),
});
export type NotificationRow = z.infer<typeof notificationRowSchema>;

const attemptRowSchema = z.object({
  notification_id: z.string(),
  number: z.int(),
  at: z.int(),
  /** The HTTP status of the answer; null when there was none. */
  status: z.int().nullable(),
  outcome: z.string(),
});
export type AttemptRow = z.infer<typeof attemptRowSchema>;

export function insertNotification(db: DatabaseSync, row: NotificationRow): void {
  prepared(
    db,
    `insert into notifications (id, app_id, url, resource, created_at, next_at, attempts, state)
     values (:id, :app_id, :url, :resource, :created_at, :next_at, :attempts, :state)`,
  ).run(row);
}

/** At most `limit` notifications whose next attempt is due, oldest first. */
export function listDueNotifications(
  db: DatabaseSync,
  nowMs: number,
  limit: number,
): NotificationRow[] {
  const rows = prepared(
    db,
    "select * from notifications where next_at <= ? order by next_at, rowid limit ?",
  ).all(nowMs, limit);
  return z.array(notificationRowSchema).parse(rows);
}

/** When the next attempt of any notification is due; null when none waits. */
export function nextNotificationAt(db: DatabaseSync): number | null {
  const row = prepared(db, "select min(next_at) as at from notifications").get();
  return typeof row?.at === "number" ? row.at : null;
}

export function findNotification(db: DatabaseSync, id: string): NotificationRow | null {
  const row = prepared(db, "select * from notifications where id = ?").get(id);
  return row ? notificationRowSchema.parse(row) : null;
}

export function updateNotification(
  db: DatabaseSync,
  row: Pick<NotificationRow, "id" | "next_at" | "attempts" | "state">,
): void {
  prepared(db, "update notifications set next_at = ?, attempts = ?, state = ? where id = ?").run(
    row.next_at,
    row.attempts,
    row.state,
    row.id,
  );
}

export function insertAttempt(db: DatabaseSync, attempt: AttemptRow): void {
  prepared(
    db,
    `insert or replace into attempts (notification_id, number, at, status, outcome)
     values (:notification_id, :number, :at, :status, :outcome)`,
  ).run(attempt);
}

/** The newest notifications, each with what became of its attempts. */
export function listNotifications(
  db: DatabaseSync,
  limit: number,
): (NotificationRow & { tries: AttemptRow[] })[] {
  const rows = z
    .array(notificationRowSchema)
    .parse(
      prepared(db, "select * from notifications order by created_at desc, rowid desc limit ?").all(
        limit,
      ),
    );
  const tries = prepared(db, "select * from attempts where notification_id = ? order by rowid");
  return rows.map((row) => ({ ...row, tries: z.array(attemptRowSchema).parse(tries.all(row.id)) }));
}
