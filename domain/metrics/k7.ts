import type { Bps } from "../money/fen";
import { addDays } from "./calendar-day";
import { ratioBps } from "./compare";
import { shanghaiDayRange } from "./shanghai-day";
import type { DayWindow } from "./window";

const K_DAYS = 7;
const K_MS = K_DAYS * 86_400_000;

/** A person (ordinal) and when they were first seen. */
export type FirstSeen = { person: number; at: Date };

/** That a person was first brought to the shop at that moment, by a link of `bringer`. */
export type Brought = { bringer: number; person: number; at: Date };

/** `kBps` may pass 10000: people bring more people than they are. Until `dueDay` nothing is reported. */
export type K7 =
  | { ok: false; reason: "days_not_over"; dueDay: string }
  | { ok: true; people: number; brought: number; kBps: Bps | null };

/**
 * K7 (analytics.md, board 3): of the people first seen in the window, the people first brought within
 * 7 × 24 hours of that by their links ÷ the people. Each brought person counts once, by whoever
 * brought them first; nobody brings themself. `brought` may hold bringers of other windows and later
 * openings. Reported from `dueDay` on, when the last day's people have had their 7 days.
 */
export function countK7(facts: {
  window: DayWindow;
  seen: readonly FirstSeen[];
  brought: readonly Brought[];
  now: Date;
}): K7 {
  const dueDay = addDays(facts.window.to, K_DAYS);
  if (facts.now < shanghaiDayRange(dueDay).from) {
    return { ok: false, reason: "days_not_over", dueDay };
  }
  const from = shanghaiDayRange(facts.window.from).from;
  const to = shanghaiDayRange(facts.window.to).from;
  const seenAt = new Map<number, number>();
  for (const { person, at } of facts.seen) {
    if (at >= from && at < to) seenAt.set(person, at.getTime());
  }
  let brought = 0;
  for (const { bringer, at } of firstBroughts(facts.brought).values()) {
    const since = seenAt.get(bringer);
    if (since === undefined) continue;
    const waitMs = at.getTime() - since;
    if (waitMs >= 0 && waitMs < K_MS) brought += 1;
  }
  return { ok: true, people: seenAt.size, brought, kBps: ratioBps(brought, seenAt.size) };
}

/** The first time that each person was brought by somebody else. */
function firstBroughts(list: readonly Brought[]): Map<number, Brought> {
  const firsts = new Map<number, Brought>();
  for (const one of list) {
    if (one.bringer === one.person) continue;
    const known = firsts.get(one.person);
    if (known === undefined || isBefore(one, known)) firsts.set(one.person, one);
  }
  return firsts;
}

/** In one and the same moment the lower ordinal counts, so that the order of facts decides nothing. */
function isBefore(one: Brought, known: Brought): boolean {
  const laterMs = one.at.getTime() - known.at.getTime();
  return laterMs < 0 || (laterMs === 0 && one.bringer < known.bringer);
}
