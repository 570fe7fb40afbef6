import type { Bps } from "../money/fen";
import { peopleRatioBps } from "./people-ratio";
import { countPeople, intersectionOf, type PeopleSet } from "./people-set";

/** A step with the people who did it and all steps before it. */
export type FunnelStep<Name extends string> = {
  name: Name;
  people: number;
  /** Of the people of the step before; null where those were nobody, and for the first step. */
  ofPreviousBps: Bps | null;
  /** Of the people of the first step. */
  ofFirstBps: Bps | null;
};

/**
 * A funnel of people (analytics.md, board 4): a person stands at a step when they did it and each one
 * before it in the window, in whatever order, so that steps only ever get narrower. Who paid without
 * having been seen at a product (a phone order, a lost event) is missing on purpose: a funnel with
 * such people would have rates above 1.
 */
export function countFunnel<Name extends string>(
  steps: readonly { name: Name; people: PeopleSet }[],
): FunnelStep<Name>[] {
  const rows: FunnelStep<Name>[] = [];
  let left: PeopleSet | null = null;
  for (const step of steps) {
    left = left === null ? step.people : intersectionOf(left, step.people);
    const people = countPeople(left);
    const before = rows.at(-1);
    rows.push({
      name: step.name,
      people,
      ofPreviousBps: before === undefined ? null : peopleRatioBps(people, before.people),
      ofFirstBps: peopleRatioBps(people, rows[0]?.people ?? people),
    });
  }
  return rows;
}
