import { hash } from "node:crypto";
import { v7 } from "uuid";

/** A new UUIDv7: sorts by time, guessable only in its first half. */
export function newId(): string {
  return v7();
}

const eventNamespace = Buffer.from("6f0d7d0e7d0b5a2e9f9e3f1b6a5c2d11", "hex");

/**
 * The UUIDv5 (RFC 9562, 5.5) of a business event: the same event has the same id, however often it is
 * posted. By hand, because a settlement asks for thousands and the package takes six times as long.
 */
export function eventId(merchantId: string, eventKey: string): string {
  const name = Buffer.from(`${merchantId}:${eventKey}`);
  const hex = hash("sha1", Buffer.concat([eventNamespace, name]), "hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0b11) | 0b1000).toString(16);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`];
  return [...groups, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

/** Stands where a target is the whole shop and a unique key needs a value. */
export const zeroId = "00000000-0000-0000-0000-000000000000";
