import { needsName } from "@/domain/payouts/quote-payout";
import type { AssessedRequest, PayoutQuestion } from "@/features/payouts/queries/assess-request";
import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { type RandomBytes, randomCode } from "@/lib/ids/random-code";

/** 119 bits: nobody meets another one's number, and nobody guesses one. */
const numberLength = 24;

/**
 * Writes the withdrawal with everything that WeChat will ever be told about it, its number first of
 * all: every send and every repetition reads it from here.
 */
export async function insertPayout(
  tx: MerchantTx,
  question: PayoutQuestion,
  assessed: AssessedRequest,
  random: RandomBytes,
): Promise<{ payoutId: string; payoutNo: string }> {
  const { merchantId, distributorId, channel } = question;
  const { quote, payee, policyVersion, jobTitle, remark, requestedAt } = assessed;
  const { grossFen, taxFen, netFen, dueAt, needsApproval } = quote;
  const payoutId = newId();
  const payoutNo = randomCode(numberLength, random);
  const seals = { merchantId, distributorId, payoutId };
  await tx.payout.createMany({
    data: [
      {
        merchantId,
        id: payoutId,
        payoutNo,
        distributorId,
        channel,
        state: needsApproval ? "awaiting_approval" : "approved",
        grossFen,
        taxFen,
        netFen,
        taxMonth: quote.tax.month,
        taxRuleVersion: quote.tax.ruleVersion,
        taxPriorGrossFen: quote.tax.priorGrossFen,
        taxPriorTaxFen: quote.tax.priorTaxFen,
        idNumberHash: payee.account.idNumberHash,
        policyVersion,
        ...(channel === "wechat" && payee.wechat ? payee.wechat : {}),
        userNameSealed:
          channel === "wechat" && needsName(netFen)
            ? payoutSeal.moveName(payee.account.realNameSealed, seals)
            : "",
        jobTitle,
        remark,
        requestedAt,
        dueAt,
        approvedAt: needsApproval ? null : requestedAt,
        nextStepAt: needsApproval || channel === "bank" ? null : question.now,
      },
    ],
  });
  return { payoutId, payoutNo };
}
