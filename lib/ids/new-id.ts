import { v5, v7 } from "uuid";

/** A new UUIDv7: sorts by time, guessable only in its first half. */
export function newId(): string {
  return v7();
}

const eventNamespace = "6f0d7d0e-7d0b-5a2e-9f9e-3f1b6a5c2d11";

/** The UUIDv5 of a business event: the same event has the same id, however often it is posted. */
export function eventId(merchantId: string, eventKey: string): string {
  return v5(`${merchantId}:${eventKey}`, eventNamespace);
}

/** Stands where a target is the whole shop and a unique key needs a value. */
export const zeroId = "00000000-0000-0000-0000-000000000000";
