import type { BillOfDay } from "@/features/reconciliation/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import type { BillLine } from "@/lib/wechat/pay/bill-line";

/** A large shop's day is written in pieces of this many lines, in one transaction. */
const linesPerStatement = 2_000;
const timeoutMs = 120_000;

/**
 * A bill that was read whole, with all of its lines, or nothing of it. The first one stays: lines are
 * append-only, so of two runs at once, or of a repetition, the second changes nothing. It counts as
 * failed until it has been compared.
 * @param bill.sha256 of the unpacked file; of nothing for a day without a statement
 */
export async function storeBill(
  merchantId: AuthorizedMerchantId,
  bill: Omit<BillOfDay, "merchantId"> & {
    mchId: string;
    sha256: string;
    lines: readonly BillLine[];
    totals: Record<string, string>;
  },
  now: Date,
): Promise<void> {
  const { kind, mchId, sha256, lines, totals } = bill;
  const day = new Date(bill.day);
  await inMerchant(
    merchantId,
    async (tx) => {
      const inserted = await tx.$queryRaw<{ sha256: string }[]>`
        insert into wechat_bill
          (merchant_id, kind, day, mch_id, state, sha256, line_count, totals, failure, attempts, asked_at)
        values (${merchantId}::uuid, ${kind}::bill_kind, ${bill.day}::date, ${mchId}, 'failed', ${sha256},
          ${lines.length}, ${JSON.stringify(totals)}::jsonb, '', 1, ${now})
        on conflict (merchant_id, kind, day) do update
          set mch_id = excluded.mch_id, sha256 = excluded.sha256, line_count = excluded.line_count,
            totals = excluded.totals, failure = '', attempts = wechat_bill.attempts + 1, asked_at = ${now}
          where wechat_bill.sha256 = ''
        returning sha256`;
      if (inserted.length === 0) return;
      for (let from = 0; from < lines.length; from += linesPerStatement) {
        await tx.wechatBillLine.createMany({
          data: lines
            .slice(from, from + linesPerStatement)
            .map((line) => ({ merchantId, kind, day, ...line })),
        });
      }
    },
    { timeoutMs },
  );
}
