import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent, tenths } from "@/e2e/pages/plain-forms";

const people = (when: string) => `(select count(distinct person) from acted where ${when})`;
const actives = people(inDays);
const known = people("day < $3::date");
const knownBefore = people("day < $2::date");
const within = (days: number) => people(`day < $3::date and day >= $3::date - ${days}`);
const newcomers = `(${known} - ${knownBefore})`;
/** Days on which each person acted, of all together. */
const daysOfPeople = `(select count(*) from acted where ${inDays})`;
const daysOfMonth = "(select count(*) from acted where day < $3::date and day >= $3::date - 30)";

/** Board 1: who is there, who is new, who comes back and who has gone silent. */
export const plainActivity: PlainQuestions = {
  knownPeople: count(known),
  activeRate: percent(actives, known),
  newcomers: count(newcomers),
  returning: count(`${actives} - ${newcomers}`),
  dormant: count(`${within(90)} - ${within(30)}`),
  lost: count(`${known} - ${within(90)}`),
  stickiness: percent(daysOfMonth, `(30 * ${within(30)})`),
  activeDays: tenths(daysOfPeople, actives),
};
