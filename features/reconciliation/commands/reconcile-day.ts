import { createHash } from "node:crypto";
import { askAboutUnfinished } from "@/features/reconciliation/commands/ask-about-unfinished";
import { bookBillFees } from "@/features/reconciliation/commands/book-bill-fees";
import { compareBill } from "@/features/reconciliation/commands/compare-bill";
import { noteBillFailure } from "@/features/reconciliation/commands/note-bill-failure";
import { storeBill } from "@/features/reconciliation/commands/store-bill";
import { findBill } from "@/features/reconciliation/queries/find-bill";
import type { BillKind, ReconcileResult } from "@/features/reconciliation/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { currentWechatCredentials, type WechatCredentials } from "@/lib/wechat/credentials";
import type { ReadBill } from "@/lib/wechat/pay/bill-line";
import { fetchBill } from "@/lib/wechat/pay/fetch-bill";
import { readFundFlowBill } from "@/lib/wechat/pay/read-fund-flow-bill";
import { readTradeBill } from "@/lib/wechat/pay/read-trade-bill";

type Day = { kind: BillKind; day: string };

/**
 * One day of one bill, from WeChat to its cases (F16): fetched and read whole unless that was done
 * before, what the notifications missed is asked for, fees are booked, both sides compared to the fen.
 * Each step stands by itself: a run that was killed is taken up where it stopped, and any number of
 * runs, also at once, leaves the same lines, the same fees and one case per difference.
 */
export async function reconcileDay(
  merchantId: AuthorizedMerchantId,
  { kind, day, now }: Day & { now: Date },
): Promise<ReconcileResult> {
  const credentials = await currentWechatCredentials(merchantId, now);
  if (!credentials) return { ok: false, reason: "not_set_up" };
  const { mchId } = credentials;
  const stored = await inMerchant(merchantId, (tx) => findBill(tx, { merchantId, kind, day }));
  // The bill of an account that the merchant no longer uses cannot be asked for with the new key.
  if (stored && stored.mchId !== mchId) return { ok: false, reason: "other_account" };
  if (!stored?.isRead) {
    const fetched = await fetchAndStore(merchantId, credentials, { kind, day }, now);
    if (!fetched.ok) return fetched;
  }
  if (kind === "trade") {
    await askAboutUnfinished(merchantId, credentials, day, now);
    await bookBillFees(merchantId, { mchId, day }, now);
  }
  return { ok: true, ...(await compareBill(merchantId, { kind, day, mchId }, now)) };
}

async function fetchAndStore(
  merchantId: AuthorizedMerchantId,
  credentials: WechatCredentials,
  { kind, day }: Day,
  now: Date,
): Promise<{ ok: true } | Extract<ReconcileResult, { ok: false }>> {
  const { mchId } = credentials;
  const fetched = await fetchBill(credentials, { kind, day }, now);
  const read: ReadBill = fetched.ok
    ? readContent(fetched.content, { kind, day, mchId })
    : { ...fetched, lineNo: 0 };
  if (!read.ok) {
    const { reason, lineNo } = read;
    await noteBillFailure(merchantId, { kind, day, mchId, reason, lineNo }, now);
    return { ok: false, reason };
  }
  const content = (fetched.ok && fetched.content) || new Uint8Array();
  const sha256 = createHash("sha256").update(content).digest("hex");
  const { lines, totals } = read;
  await storeBill(merchantId, { kind, day, mchId, sha256, lines, totals }, now);
  return { ok: true };
}

/** A day on which nothing happened has no statement, which is as good as an empty one. */
function readContent(content: Uint8Array | null, bill: Day & { mchId: string }): ReadBill {
  if (content === null) return { ok: true, lines: [], totals: {} };
  return bill.kind === "trade" ? readTradeBill(content, bill) : readFundFlowBill(content, bill);
}
