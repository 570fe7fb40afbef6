import { v4 } from "uuid";
import { GATHER_MS } from "@/domain/events/gathering";
import { isTimely } from "@/domain/events/is-timely";
import { prepareEventMonths } from "@/features/events/commands/prepare-event-months";
import { recordEvents } from "@/features/events/commands/record-events";
import { eventBatchSchema, type PageEvent } from "@/features/events/schema";
import { zeroId } from "@/lib/ids/new-id";
import type { Deed } from "@/prisma/seed/history/deed";
import { type Stage, visitorIdOf } from "@/prisma/seed/history/stage";
import type { PageVisit } from "@/prisma/seed/history/walk-pages";

/** The worker sees to it that there is room for the events of the months around this moment. */
export function prepareMonths(atMs: number): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async ({ shop }, now) => {
      await prepareEventMonths(shop.merchantId, now);
    },
  };
}

/**
 * The pages of some visits tell the shop what happened on them: each visit in a message of its own, judged
 * as the mall's address for events judges it at that moment, and all of them written in one go, as the web
 * process does.
 */
export function tellPages(visits: readonly PageVisit[]): Deed {
  return {
    atMs: Math.max(...visits.map(toldAt)),
    keys: [],
    act: async (stage) => {
      const events = visits.flatMap((visit) => takeIn(stage, visit));
      const { recorded } = await recordEvents(stage.shop.merchantId, events);
      if (recorded !== events.length) throw new Error("the shop does not take its own events");
    },
  };
}

/** When the shop has heard of the whole visit. */
export function toldAt({ endMs }: PageVisit): number {
  return endMs + GATHER_MS;
}

function takeIn(stage: Stage, visit: PageVisit): PageEvent[] {
  const visitorId = visitorIdOf(stage, visit.browser);
  const receivedAt = new Date(toldAt(visit));
  const { events } = eventBatchSchema.parse({
    events: visit.events.map(({ kind, atMs, productId, amount }) => ({
      id: v4(),
      kind,
      at: atMs,
      ...(productId === null ? {} : { productId }),
      ...(amount === undefined ? {} : { amount }),
    })),
  });
  return events
    .map(({ id, kind, at, productId = zeroId, amount = 0 }) => {
      return { id, kind, at: new Date(at), visitorId, receivedAt, productId, amount };
    })
    .filter(({ at }) => isTimely(at, receivedAt));
}
