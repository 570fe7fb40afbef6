import type { Finding } from "@/scripts/checks/check";
import { placeOf, type Source } from "@/scripts/checks/read-sources";

/** A text that must not occur, and what to tell who wrote it. `pattern` carries the flag g. */
export type ForbiddenText = { pattern: RegExp; message: string };

/** Every place in a source where a forbidden text stands. */
export function findPattern(source: Source, forbidden: readonly ForbiddenText[]): Finding[] {
  return forbidden.flatMap(({ pattern, message }) =>
    [...source.text.matchAll(pattern)].map((match) => ({
      place: placeOf(source, match.index),
      message,
    })),
  );
}
