import type { Stage } from "@/prisma/seed/history/stage";

/** One thing that somebody does at some time of the history. */
export type Deed = {
  atMs: number;
  /** Whose hands it needs: deeds with a key in common happen one after the other, in order of time. */
  keys: readonly string[];
  /** What must be over before, without keeping anything after it waiting. */
  after?: readonly string[];
  /** Needs to be alone: everything before it is over, and nothing after it has begun. */
  alone?: boolean;
  act: (stage: Stage, now: Date) => Promise<void>;
};

/** The deeds of a history as they are planned, in any order. */
export type Plan = Deed[];
