import { v4 } from "uuid";
import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { prepareEventMonths } from "@/features/events/commands/prepare-event-months";
import { recordEvents } from "@/features/events/commands/record-events";
import type { PageEvent } from "@/features/events/schema";
import { zeroId } from "@/lib/ids/new-id";

const { a } = await testMerchants();
const now = new Date("2026-07-01T08:00:00Z");
await prepareEventMonths(a.merchantId, now);

test("the same events written at once in opposite orders wait for each other, deadlock never, and count once", async () => {
  for (let round = 0; round < 10; round += 1) {
    const events = Array.from({ length: 300 }, (): PageEvent => {
      return {
        id: v4(),
        kind: "view",
        at: now,
        visitorId: v4(),
        receivedAt: now,
        productId: zeroId,
        amount: 0,
      };
    });
    const orders = [events, events.toReversed(), events, events.toReversed()];
    const written = await Promise.all(orders.map((some) => recordEvents(a.merchantId, some)));
    expect(written.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(events.length);
  }
});
