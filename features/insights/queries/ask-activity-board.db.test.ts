import { v4 } from "uuid";
import { expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { activeKind, silenceOf } from "@/domain/metrics/customer-activity";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { listDays } from "@/domain/metrics/window";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { askActivityBoard } from "@/features/insights/queries/ask-activity-board";
import { readBoardRequest } from "@/features/insights/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
const first = "2026-03-01";
const window = { from: "2026-07-01", to: "2026-07-08" };
const now = shanghaiDayRange(addDays(window.to, 2)).from;

/** On which days since the first each person looked at something; the window is days 122 to 128. */
const lookedOn = [
  [122, 123, 124, 125, 126, 127, 128],
  [10, 125],
  [5, 128, 129],
  [128],
  [98],
  [99],
  [121],
  [38],
  [39],
  [0],
  [130],
].map((days) => days.map((day) => addDays(first, day)));

await asSuperuser(async (db) => {
  await db.query("select ensure_event_partitions('2026-03-01', '2026-08-01')");
  for (const days of lookedOn) {
    const visitor = v4();
    // The last minute of a day in Shanghai: in London it is another.
    const looks = days.map((day) => new Date(shanghaiDayRange(day).to.getTime() - 60_000));
    await db.query("insert into visitor (merchant_id, id, first_seen_at) values ($1, $2, $3)", [
      ...[merchantId, visitor, looks[0]],
    ]);
    for (const at of looks) {
      await db.query(
        `insert into event (merchant_id, visitor_id, product_id, kind, amount, at, received_at, id)
         values ($1, $2, $3, 'view', 1, $4, $4, $5)`,
        [merchantId, visitor, a.productIds[0], at, v4()],
      );
    }
  }
});
await advanceRollUps(merchantId, now);

/** People by their days, counted one by one. */
const past = lookedOn
  .map((days) => days.filter((day) => day < window.to))
  .filter((days) => days.length > 0);
const inWindow = past.filter((days) => days.some((day) => day >= window.from));
const daily = listDays(window).map((day) => past.filter((days) => days.includes(day)).length);
const visits = daily.reduce((sum, people) => sum + people, 0);
const monthFrom = addDays(window.to, -30);
const inMonth = past.filter((days) => days.some((day) => day >= monthFrom));
const monthVisits = past.flat().filter((day) => day >= monthFrom).length;

function askBoard(merchant: AuthorizedMerchantId, unit: string) {
  const request = readBoardRequest(
    { window: "custom", from: window.from, until: addDays(window.to, -1), compare: "none" },
    now,
  );
  if (!request.ok) throw new Error(request.reason);
  return inMerchant(merchant, (tx) =>
    askActivityBoard(tx, { merchantId: merchant, request, unit }),
  );
}

test("actives, new, returning, dormant and lost are the people counted one by one", async () => {
  const { current, periods, before } = await askBoard(merchantId, "day");
  const silent = (kind: string) =>
    past.filter((days) => silenceOf(days.at(-1) ?? "", window) === kind).length;
  const kind = (asked: string) =>
    inWindow.filter((days) => activeKind(days[0] ?? "", window) === asked).length;
  expect(current).toMatchObject({
    known: past.length,
    newcomers: kind("new"),
    returning: kind("returning"),
    dormant: silent("dormant"),
    lost: silent("lost"),
    activeRateBps: Math.round((inWindow.length * 10_000) / past.length),
    stickinessBps: Math.round((monthVisits * 10_000) / (30 * inMonth.length)),
    activeDaysTenths: BigInt(Math.round((visits * 10) / inWindow.length)),
  });
  expect([kind("new"), kind("returning"), silent("dormant"), silent("lost")]).toEqual([2, 2, 2, 2]);
  expect(periods.map(({ actives }) => actives)).toEqual(daily);
  expect(before).toBeNull();
});

test("a week counts a person once, and another shop sees nobody", async () => {
  const { periods } = await askBoard(merchantId, "month");
  expect(periods.map(({ actives }) => actives)).toEqual([inWindow.length]);
  const { current } = await askBoard(b.merchantId, "day");
  expect(current).toMatchObject({ known: 0, activeRateBps: null, stickinessBps: null, lost: 0 });
});
