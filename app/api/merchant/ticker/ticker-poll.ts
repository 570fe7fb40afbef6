import { setTimeout as wait } from "node:timers/promises";
import { listLatestActs } from "@/features/insights/queries/list-latest-acts";
import type { LatestAct } from "@/features/insights/schema";
import { listLiveSessions } from "@/features/staff/queries/list-live-sessions";
import type { StaffScope } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { SharedPoll } from "@/lib/live/shared-poll";
import { log } from "@/lib/log/log";

const everyMs = 3_000;
const mostListeners = 200;
export const shownActs = 12;

type Tick = { acts: LatestAct[]; liveSessions: ReadonlySet<string> };

/**
 * What just happened in a shop, asked once for all browsers of this process that look at it; and, with
 * the same question, which of their sessions still stand.
 */
export const tickerPoll = new SharedPoll<StaffScope, Tick>({
  read: async (_shop, members) => {
    const [first] = members;
    if (!first) return { acts: [], liveSessions: new Set() };
    const { merchantId } = first;
    const sessionIds = members.map(({ sessionId }) => sessionId);
    return inMerchant(merchantId, async (tx) => ({
      acts: await listLatestActs(tx, { merchantId, limit: shownActs }),
      liveSessions: new Set(
        await listLiveSessions(tx, { merchantId, sessionIds, now: systemClock() }),
      ),
    }));
  },
  pause: () => wait(everyMs),
  mostListeners,
  onTrouble: (error) => log.warn({ err: error }, "ticker not read"),
});

// Streams would hold the process for as long as requests that were begun may take to end.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => tickerPoll.end());
