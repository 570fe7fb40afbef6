import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { openidFor } from "../openid";
import { prepared } from "./prepared";

const userRowSchema = z.object({
  id: z.string(),
  nickname: z.string(),
  /** 1 when WeChat opens pages for this user in snapshot mode. */
  snapshot: z.int().transform((flag) => flag === 1),
});
export type SandboxUser = z.infer<typeof userRowSchema>;

/**
 * Adds a WeChat user and its openid at each account. The same id twice changes the nickname. Who is
 * not `listed` exists at WeChat, and cannot be chosen on the phone.
 */
export function addUser(
  db: DatabaseSync,
  user: SandboxUser & { realName?: string | undefined; listed?: boolean | undefined },
  appIds: string[],
  nowMs: number,
): SandboxUser {
  prepared(
    db,
    `insert into users (id, nickname, snapshot, created_at, real_name, listed)
     values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set nickname = excluded.nickname, snapshot = excluded.snapshot,
       real_name = coalesce(excluded.real_name, real_name), listed = max(listed, excluded.listed),
       created_at = iif(listed = 0, excluded.created_at, created_at)`,
  ).run(
    user.id,
    user.nickname,
    user.snapshot ? 1 : 0,
    nowMs,
    user.realName ?? null,
    user.listed === false ? 0 : 1,
  );
  linkIdentities(db, user.id, appIds);
  return { id: user.id, nickname: user.nickname, snapshot: user.snapshot };
}

/**
 * The name on the user's identity card as WeChat knows it. Who was given none is called like the
 * nickname; an empty one is a user who never proved an identity.
 */
export function realNameOf(db: DatabaseSync, userId: string): string {
  const row = prepared(db, "select nickname, real_name from users where id = ?").get(userId);
  return String(row?.real_name ?? row?.nickname ?? "");
}

/** Makes the openids of a user known, also at accounts that were added after the user. */
export function linkIdentities(db: DatabaseSync, userId: string, appIds: string[]): void {
  const link = prepared(db, "insert or ignore into identities values (?, ?, ?)");
  for (const appId of appIds) link.run(appId, openidFor(appId, userId), userId);
}

export function findUser(db: DatabaseSync, id: string): SandboxUser | null {
  const row = prepared(db, "select id, nickname, snapshot from users where id = ?").get(id);
  return row ? userRowSchema.parse(row) : null;
}

/** All users who can be chosen, oldest first. */
export function listUsers(db: DatabaseSync): SandboxUser[] {
  const rows = prepared(
    db,
    "select id, nickname, snapshot from users where listed = 1 order by created_at, id",
  ).all();
  return z.array(userRowSchema).parse(rows);
}

/** The user behind an openid of this account; null for another account's openid. */
export function findUserByOpenid(
  db: DatabaseSync,
  appId: string,
  openid: string,
): SandboxUser | null {
  const row = prepared(
    db,
    `select u.id, u.nickname, u.snapshot from identities i join users u on u.id = i.user_id
       where i.app_id = ? and i.openid = ?`,
  ).get(appId, openid);
  return row ? userRowSchema.parse(row) : null;
}
