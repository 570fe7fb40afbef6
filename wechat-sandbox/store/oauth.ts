import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { prepared } from "./prepared";

const flagSchema = z.int().transform((flag) => flag === 1);
const scopeSchema = z.enum(["snsapi_base", "snsapi_userinfo"]);
export type OauthScope = z.infer<typeof scopeSchema>;

const codeRowSchema = z.object({
  code: z.string(),
  app_id: z.string(),
  user_id: z.string(),
  scope: scopeSchema,
  snapshot: flagSchema,
  expires_at: z.int(),
  used_at: z.int().nullable(),
});
type OauthCode = z.infer<typeof codeRowSchema>;

const tokenRowSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  app_id: z.string(),
  user_id: z.string(),
  openid: z.string(),
  scope: scopeSchema,
  snapshot: flagSchema,
  expires_at: z.int(),
  refresh_expires_at: z.int(),
});
export type OauthToken = z.infer<typeof tokenRowSchema>;

export function insertOauthCode(db: DatabaseSync, code: OauthCode): void {
  prepared(db, "insert into oauth_codes values (?, ?, ?, ?, ?, ?, ?)").run(
    code.code,
    code.app_id,
    code.user_id,
    code.scope,
    code.snapshot ? 1 : 0,
    code.expires_at,
    code.used_at,
  );
}

export function findOauthCode(db: DatabaseSync, code: string): OauthCode | null {
  const row = prepared(db, "select * from oauth_codes where code = ?").get(code);
  return row ? codeRowSchema.parse(row) : null;
}

/** Uses up a code; false when somebody did before. */
export function useOauthCode(db: DatabaseSync, code: string, nowMs: number): boolean {
  const { changes } = prepared(
    db,
    "update oauth_codes set used_at = ? where code = ? and used_at is null",
  ).run(nowMs, code);
  return changes === 1;
}

export function insertOauthToken(db: DatabaseSync, token: OauthToken): void {
  prepared(db, "insert into oauth_tokens values (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
    token.access_token,
    token.refresh_token,
    token.app_id,
    token.user_id,
    token.openid,
    token.scope,
    token.snapshot ? 1 : 0,
    token.expires_at,
    token.refresh_expires_at,
  );
}

export function findOauthToken(db: DatabaseSync, accessToken: string): OauthToken | null {
  const row = prepared(db, "select * from oauth_tokens where access_token = ?").get(accessToken);
  return row ? tokenRowSchema.parse(row) : null;
}

/** The newest token under a refresh_token. */
export function findOauthTokenByRefresh(db: DatabaseSync, refreshToken: string): OauthToken | null {
  const row = prepared(
    db,
    "select * from oauth_tokens where refresh_token = ? order by expires_at desc limit 1",
  ).get(refreshToken);
  return row ? tokenRowSchema.parse(row) : null;
}
