import { expect, test } from "vitest";
import { countsAsDue } from "@/domain/payouts/counts-as-due";
import type { PayoutState } from "@/domain/payouts/payout-state";
import { bookPayout } from "@/e2e/booked-payout";
import { testMerchants } from "@/e2e/database";
import { addFreeFreight } from "@/e2e/order-fixtures";
import { earn } from "@/e2e/payout-fixtures";
import { getOnTimeRate } from "@/features/payouts/queries/get-on-time-rate";
import { listDuePayouts } from "@/features/payouts/queries/list-due-payouts";
import { inMerchant } from "@/lib/db/in-merchant";

const { a } = await testMerchants();
const { merchantId } = a;
const dayMs = 86_400_000;
const requestedAt = new Date("2026-06-10T04:00:00.000Z");
const dueAt = new Date(requestedAt.getTime() + 3 * dayMs);
const window = { merchantId, from: requestedAt, until: new Date(dueAt.getTime() + dayMs) };

/** How it ended and why, whether before its date was over, and whether it lay before the payee by then. */
const ends: readonly (readonly [PayoutState, string])[] = [
  ["failed", "ACCOUNT_FROZEN"],
  ["failed", "TRANSFER_RISK"],
  ["failed", "PAYER_ACCOUNT_ABNORMAL"],
  ["failed", "a word that nobody knows"],
  ["expired", "OVERDUE_CLOSE"],
  ["cancelled", "cancelled_by_distributor"],
  ["cancelled", "cancelled_by_merchant"],
  ["cancelled", ""],
  ["refused", "ACCOUNT_FROZEN"],
];
const times = [-1, 0, 1].flatMap((ended) =>
  [null, -1, 0, 1].map((offered) => ({ ended, offered })),
);

test("the rate and its lists count what the rule says was the shop's to pay, however it ended", async () => {
  await addFreeFreight(a);
  await earn(a, a.level1, 20_000n, requestedAt);
  const { distributorId, openId } = a.level1;
  const asked = {
    distributorId,
    openId,
    grossFen: 100n,
    requestedAt,
    dueAt,
    end: "failed",
  } as const;
  const expected: string[] = [];
  for (const [state, failReason] of ends) {
    for (const { ended, offered } of times) {
      const endedAt = new Date(dueAt.getTime() + ended);
      const offeredAt = offered === null ? null : new Date(dueAt.getTime() + offered);
      const packageInfo = offeredAt ? "package" : "";
      const confirmUntil = new Date((offeredAt ?? requestedAt).getTime() + dayMs);
      const columns = { state, failReason, endedAt, packageInfo, confirmUntil };
      const { payoutId } = await bookPayout(a, { ...asked, columns });
      const one = { state, channel: "wechat", failReason, dueAt, endedAt, offeredAt } as const;
      if (countsAsDue(one)) expected.push(payoutId);
    }
  }
  const listed = async (list: "all" | "late", cursor?: string): Promise<string[]> => {
    const page = await inMerchant(merchantId, (tx) =>
      listDuePayouts(tx, { ...window, list, limit: 20, cursor }),
    );
    const ids = page.payouts.map(({ payoutId }) => payoutId);
    return page.nextCursor ? [...ids, ...(await listed(list, page.nextCursor))] : ids;
  };
  expect(expected.length).toBeGreaterThan(ends.length);
  expect((await listed("all")).sort()).toEqual(expected.sort());
  expect((await listed("late")).sort()).toEqual(expected);
  const rate = await inMerchant(merchantId, (tx) => getOnTimeRate(tx, window));
  expect(rate).toEqual({
    due: expected.length,
    onTime: 0,
    rateBps: 0,
    medianMs: null,
    p90Ms: null,
  });
});
