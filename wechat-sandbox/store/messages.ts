import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type ShareCard, shareCardSchema } from "../schemas/phone";
import { prepared } from "./prepared";

const messageRowSchema = z.object({
  id: z.int(),
  from_user: z.string(),
  to_user: z.string(),
  card: z.string().transform((text): ShareCard => shareCardSchema.parse(JSON.parse(text))),
  sent_at: z.int(),
  read_at: z.int().nullable(),
});
export type CardMessage = z.infer<typeof messageRowSchema>;

export function insertMessage(
  db: DatabaseSync,
  message: { from: string; to: string; card: ShareCard; sentAtMs: number },
): void {
  prepared(db, "insert into messages (from_user, to_user, card, sent_at) values (?, ?, ?, ?)").run(
    message.from,
    message.to,
    JSON.stringify(message.card),
    message.sentAtMs,
  );
}

/** What two users sent each other, oldest first, at most the last 200. */
export function listConversation(db: DatabaseSync, userId: string, otherId: string): CardMessage[] {
  const rows = prepared(
    db,
    `select * from (
         select * from messages
         where (from_user = :me and to_user = :other) or (from_user = :other and to_user = :me)
         order by id desc limit 200) order by id`,
  ).all({ me: userId, other: otherId });
  return z.array(messageRowSchema).parse(rows);
}

/** The last message of each conversation of a user, newest first. */
export function listLastMessages(db: DatabaseSync, userId: string): CardMessage[] {
  const rows = prepared(
    db,
    `select * from messages where id in (
         select max(id) from messages where from_user = :me or to_user = :me
         group by case when from_user = :me then to_user else from_user end)
       order by id desc`,
  ).all({ me: userId });
  return z.array(messageRowSchema).parse(rows);
}

/** How many cards from `otherId` the user has not seen. */
export function countUnread(db: DatabaseSync, userId: string, otherId: string): number {
  const row = prepared(
    db,
    "select count(*) as n from messages where to_user = ? and from_user = ? and read_at is null",
  ).get(userId, otherId);
  return Number(row?.n ?? 0);
}

export function markRead(db: DatabaseSync, userId: string, otherId: string, nowMs: number): void {
  prepared(
    db,
    "update messages set read_at = ? where to_user = ? and from_user = ? and read_at is null",
  ).run(nowMs, userId, otherId);
}
