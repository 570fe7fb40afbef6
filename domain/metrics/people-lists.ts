import { QUESTIONS, type Question } from "./acts";
import { addDays } from "./calendar-day";
import { DORMANT_DAYS, LOST_DAYS } from "./customer-activity";
import type { DayWindow } from "./window";

/** Before any shop: a window from here holds everybody who ever acted. */
export const EVER = "1980-01-01";

/** Where people stand at a window's end, by when they acted (analytics.md, board 1). */
export const PEOPLE_STATES = ["newcomers", "returning", "dormant", "lost", "knownPeople"] as const;
export type PeopleState = (typeof PEOPLE_STATES)[number];

/** The people that a figure can open to; links are no people. */
export type PeopleList = Exclude<Question, "openedLinks"> | PeopleState;

export const PEOPLE_LISTS: readonly PeopleList[] = [
  ...QUESTIONS.filter((question) => question !== "openedLinks"),
  ...PEOPLE_STATES,
];

/** The list of an address, or null for none. */
export function findPeopleList(text: string): PeopleList | null {
  return PEOPLE_LISTS.find((one) => one === text) ?? null;
}

/** Who acted on a day of `within`, and not (or also) on one of the other days. */
export type ActedWhen = { within: DayWindow; butNot?: DayWindow; andAlso?: DayWindow };

/** By which days a state is recognised, for a window [from, to). */
export function daysOfState(state: PeopleState, { from, to }: DayWindow): ActedWhen {
  const awakeFrom = addDays(to, -DORMANT_DAYS);
  const lostBefore = addDays(to, -LOST_DAYS);
  const before = { from: EVER, to: from };
  const states: Record<PeopleState, ActedWhen> = {
    newcomers: { within: { from, to }, butNot: before },
    returning: { within: { from, to }, andAlso: before },
    dormant: { within: { from: lostBefore, to: awakeFrom }, butNot: { from: awakeFrom, to } },
    lost: { within: { from: EVER, to: lostBefore }, butNot: { from: lostBefore, to } },
    knownPeople: { within: { from: EVER, to } },
  };
  return states[state];
}
