import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { prepared } from "./prepared";

const credentialRowSchema = z.object({
  value: z.string(),
  app_id: z.string(),
  issued_at: z.int(),
  expires_at: z.int(),
});
export type Credential = z.infer<typeof credentialRowSchema>;
export type CredentialKind = "access_token" | "jsapi_ticket";

export function insertCredential(
  db: DatabaseSync,
  kind: CredentialKind,
  credential: Credential,
): void {
  prepared(
    db,
    "insert into credentials (value, kind, app_id, issued_at, expires_at) values (?, ?, ?, ?, ?)",
  ).run(credential.value, kind, credential.app_id, credential.issued_at, credential.expires_at);
}

/** The newest credential of a kind, expired or not. */
export function latestCredential(
  db: DatabaseSync,
  kind: CredentialKind,
  appId: string,
): Credential | null {
  const row = prepared(
    db,
    `select value, app_id, issued_at, expires_at from credentials
       where kind = ? and app_id = ? order by issued_at desc, rowid desc limit 1`,
  ).get(kind, appId);
  return row ? credentialRowSchema.parse(row) : null;
}

/** Every credential of a kind that still counts. */
export function listLiveCredentials(
  db: DatabaseSync,
  kind: CredentialKind,
  appId: string,
  nowMs: number,
): Credential[] {
  const rows = prepared(
    db,
    `select value, app_id, issued_at, expires_at from credentials
       where kind = ? and app_id = ? and expires_at > ?`,
  ).all(kind, appId, nowMs);
  return z.array(credentialRowSchema).parse(rows);
}

export function findCredential(
  db: DatabaseSync,
  kind: CredentialKind,
  value: string,
): Credential | null {
  const row = prepared(
    db,
    "select value, app_id, issued_at, expires_at from credentials where kind = ? and value = ?",
  ).get(kind, value);
  return row ? credentialRowSchema.parse(row) : null;
}

/** Ends every credential of a kind now, as a forced refresh does with leaked tokens. */
export function expireCredentials(
  db: DatabaseSync,
  kind: CredentialKind,
  appId: string,
  nowMs: number,
): void {
  prepared(
    db,
    "update credentials set expires_at = ? where kind = ? and app_id = ? and expires_at > ?",
  ).run(nowMs, kind, appId, nowMs);
}
