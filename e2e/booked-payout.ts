import { distributorAccount, merchantAccount } from "@/domain/ledger/account-ref";
import type { TransferDraft } from "@/domain/ledger/transfer-draft";
import type { TestMerchant } from "@/e2e/database";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import type { Prisma } from "@/prisma/generated/client";

const minuteMs = 60_000;

/**
 * Writes a payout of at most 800 yuan (so without tax) as it would stand in the database, with its
 * transfers: for tests of what reads payouts, not of what makes them.
 * @param end how it ended a minute after the request, failed because of the payee's account; null leaves it
 *   approved and open
 * @param columns what stands otherwise than so: another end without payment, other moments
 */
export async function bookPayout(
  { merchantId, wechatCredentials }: TestMerchant,
  payout: {
    distributorId: string;
    openId: string;
    grossFen: bigint;
    requestedAt: Date;
    dueAt?: Date;
    end: "paid" | "failed" | null;
    columns?: Partial<Prisma.PayoutUncheckedCreateInput>;
  },
): Promise<{ payoutId: string; payoutNo: string }> {
  const { distributorId, openId, grossFen, requestedAt, end } = payout;
  const payoutId = newId();
  const payoutNo = payoutId.replaceAll("-", "");
  const endedAt = end ? new Date(requestedAt.getTime() + minuteMs) : null;
  const { appId, mchId } = wechatCredentials;
  await inMerchant(merchantId, async (tx) => {
    await tx.payout.create({
      data: {
        merchantId,
        id: payoutId,
        payoutNo,
        distributorId,
        channel: "wechat",
        state: end ?? "approved",
        grossFen,
        taxFen: 0n,
        netFen: grossFen,
        taxMonth: requestedAt.toISOString().slice(0, 7),
        taxRuleVersion: 1,
        taxPriorGrossFen: 0n,
        taxPriorTaxFen: 0n,
        // Another person each time: no month's total is taxed.
        idNumberHash: payoutId,
        policyVersion: 1,
        appId,
        mchId,
        openId,
        jobTitle: "推广员",
        remark: "推广佣金",
        requestedAt,
        dueAt: payout.dueAt ?? new Date(requestedAt.getTime() + 3 * 86_400_000),
        approvedAt: requestedAt,
        endedAt,
        sentAt: end ? requestedAt : null,
        nextStepAt: end ? null : requestedAt,
        ...(end ? whatWechatSays(end, payoutNo, endedAt) : {}),
        ...payout.columns,
      },
    });
    const drafts = draftsOf({ payoutId, distributorId, grossFen });
    await postTransfers(tx, { merchantId, drafts: [drafts.hold], now: requestedAt });
    if (end && endedAt) {
      const last = end === "paid" ? drafts.post : drafts.void;
      await postTransfers(tx, { merchantId, drafts: [last], now: endedAt });
    }
  });
  return { payoutId, payoutNo };
}

function whatWechatSays(end: "paid" | "failed", payoutNo: string, paidAt: Date | null) {
  if (end === "failed") return { failReason: "ACCOUNT_FROZEN" };
  return { paidAt, wechatState: "SUCCESS", transferBillNo: `1330${payoutNo}` };
}

function draftsOf({
  payoutId,
  distributorId,
  grossFen,
}: {
  payoutId: string;
  distributorId: string;
  grossFen: bigint;
}): Record<"hold" | "post" | "void", TransferDraft> {
  const key = `payout:${payoutId}`;
  const common = {
    debit: distributorAccount("commission_available", distributorId),
    credit: merchantAccount("payout_clearing", payoutId, 1),
    amountFen: grossFen,
    reference: { kind: "payout", id: payoutId },
  } as const;
  const holdEventKey = `${key}:hold`;
  return {
    hold: { ...common, eventKey: holdEventKey, code: "payout_held", phase: "hold" },
    post: { ...common, eventKey: `${key}:post`, code: "payout_paid", phase: "post", holdEventKey },
    void: {
      ...common,
      eventKey: `${key}:void`,
      code: "payout_voided",
      phase: "void",
      holdEventKey,
    },
  };
}
