import { dayMs, hourMs, minuteMs, nextRun, workingTime } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";
import type { Plan } from "@/prisma/seed/history/deed";
import { cancel, pay, receive } from "@/prisma/seed/history/shopping-deeds";
import { ship } from "@/prisma/seed/history/staff-deeds";
import { closeOrders, receiveOverdue, settle } from "@/prisma/seed/history/system-deeds";

/** Names of carriers as the dashboard's form offers them; the numbers are invented. */
const carriers = [
  ["顺丰速运", "SF"],
  ["中通快递", "ZT"],
  ["圆通速递", "YT"],
] as const;
const autoReceiveMs = 10 * dayMs;
const holdMs = 7 * dayMs;

export type OrderFate = "paid" | "cancelled" | "forgotten";

/** What happens with an order, and when its goods arrive: null for what is never paid. */
type OrderLife = { plan: Plan; receivedMs: number | null };

/** What follows from a placed order, as long as nothing comes between. */
export function planOrderLife(
  order: { name: string; person: string; atMs: number; paymentMinutes: number; fate: OrderFate },
  chance: Chance,
): OrderLife {
  const { name, person, atMs, paymentMinutes, fate } = order;
  if (fate === "cancelled") {
    const cancelledMs = atMs + chance.int(4, 40) * minuteMs;
    const closed = closeOrders(nextRun(cancelledMs, minuteMs));
    return { plan: [cancel(cancelledMs, person, name), closed], receivedMs: null };
  }
  if (fate === "forgotten") {
    const closed = closeOrders(nextRun(atMs + paymentMinutes * minuteMs, minuteMs));
    return { plan: [closed], receivedMs: null };
  }
  const paidMs = atMs + (chance.is(0.9) ? chance.int(9, 80) : chance.int(120, 1_500)) * 1_000;
  const delivery = planDelivery({ name, person, paidMs }, chance);
  return { ...delivery, plan: [pay(paidMs, person, name), ...delivery.plan] };
}

function planDelivery(
  { name, person, paidMs }: { name: string; person: string; paidMs: number },
  chance: Chance,
): OrderLife {
  const [carrier, prefix] = chance.pick(carriers);
  const trackingNo = `${prefix}${chance.int(1_000_000, 9_999_999)}${chance.int(100_000, 999_999)}`;
  // The courier comes at five: what was paid by three o'clock mostly goes with him.
  const sameDayMs = workingTime(paidMs, 0, [15, 17], chance);
  const isToday = paidMs + hourMs < sameDayMs && chance.is(0.75);
  const shippedMs = isToday ? sameDayMs : workingTime(paidMs, 1, [9, 17], chance);
  const shipped = ship(shippedMs, person, { orderName: name, carrier, trackingNo });
  if (chance.is(0.72)) {
    const receivedMs = workingTime(shippedMs, chance.int(1, 4), [10, 22], chance);
    const plan = [shipped, receive(receivedMs, person, name), settleAfter(receivedMs)];
    return { plan, receivedMs };
  }
  const countedMs = nextRun(shippedMs + autoReceiveMs, 5 * minuteMs);
  const plan = [shipped, receiveOverdue(countedMs), settleAfter(countedMs)];
  return { plan, receivedMs: countedMs };
}

function settleAfter(receivedMs: number): Plan[number] {
  return settle(nextRun(receivedMs + holdMs, hourMs));
}
