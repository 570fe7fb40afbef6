import { openCases } from "@/features/reconciliation/commands/open-cases";
import type { BillOfDay } from "@/features/reconciliation/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import type { BillFault } from "@/lib/wechat/pay/bill-fault";

/** What may pass by itself: it becomes a case only after so many hourly attempts. */
const passing: readonly BillFault[] = ["not_ready", "unclear"];
const patientAttempts = 6;

/**
 * A bill that could not be had or not be read: noted with its reason, and shown as a case when waiting
 * does not help. One that was read meanwhile by another run is left alone.
 */
export async function noteBillFailure(
  merchantId: AuthorizedMerchantId,
  bill: Omit<BillOfDay, "merchantId"> & { mchId: string; reason: BillFault; lineNo: number },
  now: Date,
): Promise<void> {
  const { kind, day, mchId, reason, lineNo } = bill;
  await inMerchant(merchantId, async (tx) => {
    const failure = lineNo > 0 ? `${reason}:${lineNo}` : reason;
    const [noted] = await tx.$queryRaw<{ attempts: number }[]>`
      insert into wechat_bill (merchant_id, kind, day, mch_id, state, failure, attempts, asked_at)
      values (${merchantId}::uuid, ${kind}::bill_kind, ${day}::date, ${mchId}, 'failed', ${failure}, 1, ${now})
      on conflict (merchant_id, kind, day) do update
        set failure = excluded.failure, attempts = wechat_bill.attempts + 1, asked_at = ${now}
        where wechat_bill.sha256 = ''
      returning attempts`;
    if (!noted) return;
    if (passing.includes(reason) && noted.attempts < patientAttempts) return;
    const difference = {
      kind: "bill_unreadable" as const,
      lineKind: "other" as const,
      reference: "bill",
      oursFen: null,
      theirsFen: null,
      ourState: failure,
    };
    await openCases(tx, { merchantId, kind, day, differences: [difference], now });
  });
}
