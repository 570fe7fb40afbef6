import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import { sendRefund } from "@/features/refunds/commands/send-refund";
import {
  type FoundRefund,
  findReportedRefund,
} from "@/features/refunds/queries/find-reported-refund";
import { toRefundResult } from "@/features/refunds/queries/to-refund-result";
import { openRefundStates } from "@/features/refunds/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { queryRefund } from "@/lib/wechat/pay/request-refund";

/** Most refunds end within minutes, and their notification tells; a refusal is tried anew as often. */
const askEveryMs = 5 * 60_000;

/**
 * Asks WeChat about refunds that it has taken on and not told the end of, and once more for those
 * that it refused, under the same number: the longest unasked first.
 */
export async function pollOpenRefunds(
  merchantId: AuthorizedMerchantId,
  run: { now: Date; limit: number },
): Promise<{ asked: number }> {
  const { now, limit } = run;
  const due = await inMerchant(merchantId, (tx) => takeDue(tx, merchantId, now, limit));
  for (const refund of due) {
    if (refund.state === "requested") await sendRefund(merchantId, refund.refundId, now);
    else await askAbout(merchantId, refund, now);
  }
  return { asked: due.length };
}

/** Takes what is due out of the row of the waiting: the next batch begins behind it. */
async function takeDue(
  tx: MerchantTx,
  merchantId: string,
  now: Date,
  limit: number,
): Promise<FoundRefund[]> {
  const before = new Date(now.getTime() - askEveryMs);
  const rows = await tx.refund.findMany({
    where: {
      merchantId,
      state: { in: [...openRefundStates] },
      createdAt: { lte: before },
      OR: [{ sentAt: null }, { sentAt: { lte: before } }],
    },
    orderBy: [{ sentAt: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }],
    take: limit,
    select: { id: true },
  });
  await tx.refund.updateMany({
    where: { merchantId, id: { in: rows.map(({ id }) => id) } },
    data: { sentAt: now },
  });
  const found: FoundRefund[] = [];
  for (const { id: refundId } of rows) {
    const refund = await findReportedRefund(tx, { merchantId, refundId });
    if (refund) found.push(refund);
  }
  return found;
}

async function askAbout(
  merchantId: AuthorizedMerchantId,
  refund: FoundRefund,
  now: Date,
): Promise<void> {
  const credentials = await currentWechatCredentials(merchantId, now);
  const isOurs = credentials?.mchId === refund.mchId;
  await noteAccount(merchantId, refund, isOurs);
  if (!isOurs) return;
  const answer = await queryRefund(credentials, refund.outRefundNo, now);
  if (answer.ok) await applyRefundResult(merchantId, toRefundResult(refund, answer.answer), now);
}

/**
 * A refund that WeChat took on under a merchant number whose keys we no longer have tells nothing more
 * here: it waits for a person, until the number is put back.
 */
async function noteAccount(
  merchantId: AuthorizedMerchantId,
  { refundId, failure }: FoundRefund,
  isOurs: boolean,
): Promise<void> {
  const now = isOurs ? "" : "not_set_up";
  if (failure === now) return;
  await inMerchant(merchantId, (tx) =>
    tx.refund.updateMany({
      where: { merchantId, id: refundId, state: { in: ["processing", "abnormal"] } },
      data: { failure: now },
    }),
  );
}
