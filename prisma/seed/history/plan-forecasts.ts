import { CLASSIC_PLAN } from "@/domain/forecast/classic-plan";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { saveForecast } from "@/features/forecasts/commands/save-forecast";
import type { Plan } from "@/prisma/seed/history/deed";
import { momentAt, type Outline } from "@/prisma/seed/history/outline";
import { expectOk } from "@/prisma/seed/shops/expect-ok";

/** What the operator expected, after which share of the history and for how large a part of it. */
const EXPECTED = [
  { title: "第一次老客带新", at: 0.2, length: 0.2, seeds: 40, friendsPerHopBps: 30_000 },
  { title: "月中老客带新", at: 0.5, length: 0.2, seeds: 60, friendsPerHopBps: 22_000 },
  { title: "接下来三十天", at: 0.97, length: 0.33, seeds: 60, friendsPerHopBps: 20_000 },
] as const;

/** Forecasts that were saved while the shop ran: two whose days are over, and one that still runs. */
export function planForecasts(outline: Outline): Plan {
  return EXPECTED.map(({ title, at, length, ...expected }) => ({
    atMs: momentAt(outline, at),
    keys: [],
    act: async ({ shop }, now) => {
      const { merchantId, staffIds } = shop;
      const from = addDays(shanghaiDay(now), 1);
      const days = Math.ceil(outline.scale.days * length);
      const plan = { ...CLASSIC_PLAN, ...expected, conversionBps: 2_500, orderValueFen: 150_00n };
      const forecast = { title, plan, window: { from, to: addDays(from, days) } };
      expectOk(await saveForecast({ merchantId, staffId: staffIds.operator }, forecast, now));
    },
  }));
}
