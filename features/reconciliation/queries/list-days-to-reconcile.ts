import { previousDay, shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { type BillKind, billKinds } from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const catchUpDays = 7;
/** What matched is looked at again once a day: a refund may end after its bill was compared. */
const lookAgainAfterMs = 20 * 3_600_000;

/**
 * Which bills of the last seven days want attention, the newest first: those not read, those with
 * differences, and once a day the others. A shop that was opened less than seven days ago has fewer.
 */
export async function listDaysToReconcile(
  tx: MerchantTx,
  question: { merchantId: string; openedAt: Date; now: Date },
): Promise<{ kind: BillKind; day: string }[]> {
  const { merchantId, openedAt, now } = question;
  const days = lastDaysWithBills(now).filter((day) => shanghaiDayRange(day).to > openedAt);
  const rows = await tx.wechatBill.findMany({
    where: { merchantId, day: { in: days.map((day) => new Date(day)) } },
    select: { kind: true, day: true, state: true, comparedAt: true },
  });
  const settled = new Set(
    rows
      .filter(({ state, comparedAt }) => state === "matched" && isFresh(comparedAt, now))
      .map(({ kind, day }) => `${kind} ${day.toISOString().slice(0, 10)}`),
  );
  return days
    .flatMap((day) => billKinds.map((kind) => ({ kind, day })))
    .filter(({ kind, day }) => !settled.has(`${kind} ${day}`));
}

function isFresh(comparedAt: Date | null, now: Date): boolean {
  return comparedAt !== null && now.getTime() - comparedAt.getTime() < lookAgainAfterMs;
}

/** Yesterday and what went before it. */
function lastDaysWithBills(now: Date): string[] {
  const days: string[] = [];
  let day = shanghaiDay(now);
  for (let count = 0; count < catchUpDays; count += 1) {
    day = previousDay(day);
    days.push(day);
  }
  return days;
}
