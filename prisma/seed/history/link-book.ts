import type { ShareChannel, ShareTarget } from "@/features/sharing/schema";
import { minuteMs } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";

/** A share link of the plan. `reach` compares sharers: how many people see what they share. */
export type PlannedLink = {
  name: string;
  sharer: string;
  target: ShareTarget;
  channel: ShareChannel;
  atMs: number;
  reach: number;
};

/** Long enough for a link to be there before somebody opens it. */
const spreadMs = 10 * minuteMs;

/** The links of a plan, found by the time from which they can be opened. */
export class LinkBook {
  readonly #links: PlannedLink[] = [];

  add(link: PlannedLink): void {
    this.#links.push(link);
  }

  /** All of them, in the order of their planning. */
  get links(): readonly PlannedLink[] {
    return this.#links;
  }

  has(name: string): boolean {
    return this.#links.some((link) => link.name === name);
  }

  /** A link that somebody might open at this time, or null while nobody shares. */
  draw(atMs: number, chance: Chance, notOf: string): PlannedLink | null {
    const open = this.#links.filter((link) => link.atMs + spreadMs < atMs && link.sharer !== notOf);
    return open.length === 0 ? null : chance.weighed(open, ({ reach }) => reach);
  }

  /** The first link that this person shared before this time. */
  firstOf(sharer: string, atMs: number): PlannedLink | null {
    return (
      this.#links.find((link) => link.sharer === sharer && link.atMs + spreadMs < atMs) ?? null
    );
  }
}
