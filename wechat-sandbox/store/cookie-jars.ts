import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { prepared } from "./prepared";

const jarSchema = z.record(z.string(), z.string());

/** Keeps the cookies of one user's phone for one host. */
export function saveCookieJar(
  db: DatabaseSync,
  userId: string,
  hostname: string,
  cookies: Record<string, string>,
): void {
  prepared(db, "insert or replace into cookie_jars values (?, ?, ?)").run(
    userId,
    hostname,
    JSON.stringify(cookies),
  );
}

/** The cookies kept for this user and host; empty when there are none. */
export function loadCookieJar(
  db: DatabaseSync,
  userId: string,
  hostname: string,
): Record<string, string> {
  const row = prepared(
    db,
    "select cookies from cookie_jars where user_id = ? and hostname = ?",
  ).get(userId, hostname);
  return typeof row?.cookies === "string" ? jarSchema.parse(JSON.parse(row.cookies)) : {};
}
