import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { reconcileDay } from "@/features/reconciliation/commands/reconcile-day";
import { listDaysToReconcile } from "@/features/reconciliation/queries/list-days-to-reconcile";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { onPlatform } from "@/lib/db/on-platform";
import { currentWechatCredentials } from "@/lib/wechat/credentials";

/** WeChat makes a day's bills by this hour of the next one, in Beijing. */
const readyAfterMs = 10 * 3_600_000;

/**
 * The worker's hourly run: yesterday's bills, and what is left of the last seven days. Does nothing
 * before 10:00 in Beijing.
 * @returns how many bills were looked at
 */
export async function reconcileDueDays(
  merchantId: AuthorizedMerchantId,
  { now }: { now: Date },
): Promise<{ reconciled: number }> {
  const { from } = shanghaiDayRange(shanghaiDay(now));
  if (now.getTime() < from.getTime() + readyAfterMs) return { reconciled: 0 };
  const shop = await onPlatform().merchant.findUnique({ where: { id: merchantId } });
  if (!shop || !(await currentWechatCredentials(merchantId, now))) return { reconciled: 0 };
  const openedAt = shop.createdAt;
  const due = await inMerchant(merchantId, (tx) =>
    listDaysToReconcile(tx, { merchantId, openedAt, now }),
  );
  for (const { kind, day } of due) await reconcileDay(merchantId, { kind, day, now });
  return { reconciled: due.length };
}
