import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { coolingDownUntil } from "@/domain/payouts/cool-down";
import { dueDate } from "@/domain/payouts/due-date";
import { judgeRequest, type PayoutRefusal } from "@/domain/payouts/judge-request";
import type { PayoutChannel } from "@/domain/payouts/payout-state";
import { quotePayout, SMALLEST_NET_FEN } from "@/domain/payouts/quote-payout";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { findPayee, type Payee } from "@/features/payouts/queries/find-payee";
import { findTaxRule } from "@/features/payouts/queries/find-tax-rule";
import { sumDay } from "@/features/payouts/queries/sum-day";
import { sumTaxMonth } from "@/features/payouts/queries/sum-tax-month";
import type { PayoutQuote } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type PayoutQuestion = {
  merchantId: string;
  distributorId: string;
  /** Gross. */
  amountFen: bigint;
  channel: PayoutChannel;
  now: Date;
};

/** A request that may be made, with all that its row freezes. */
export type AssessedRequest = {
  quote: PayoutQuote;
  payee: Payee & { account: NonNullable<Payee["account"]> };
  policyVersion: number;
  jobTitle: string;
  remark: string;
  requestedAt: Date;
};

/**
 * Whether a withdrawal may be asked for, and what would come of it. Reads only: for a quote it is
 * enough; a request locks first what this reads.
 */
export async function assessRequest(
  tx: MerchantTx,
  question: PayoutQuestion,
): Promise<({ ok: true } & AssessedRequest) | ({ ok: false } & PayoutRefusal)> {
  const { merchantId, distributorId, amountFen: grossFen, channel, now } = question;
  const policy = await getPolicy(tx, merchantId);
  const payee = await findPayee(tx, { merchantId, distributorId });
  const { account } = payee;
  const idNumberHash = account?.idNumberHash ?? "";
  const balances = await getDistributorBalances(tx, { merchantId, distributorId });
  const today = shanghaiDayRange(shanghaiDay(now));
  const sums = await sumDay(tx, { merchantId, idNumberHash, ...today });
  const refusal = judgeRequest(
    {
      ...payee,
      ...sums,
      grossFen,
      channel,
      hasWechat: payee.wechat !== null,
      account: account && {
        hasBank: account.bankCardTail !== "",
        coolingDownUntil: coolingDownUntil(account, policy.payoutCooldownHours, now),
      },
      availableFen: balances.availableFen,
      debtFen: balances.debtFen,
      policy: {
        minFen: policy.payoutMinFen,
        dailyCapFen: policy.payoutDailyCapFen,
        dailyTotalFen: policy.payoutDailyTotalFen,
      },
    },
    now,
  );
  if (refusal !== null) return { ok: false, ...refusal };
  if (account === null) return { ok: false, reason: "account_missing" };
  const taxed = await taxRequest(tx, { merchantId, idNumberHash, grossFen, now });
  if (!taxed.ok) return taxed;
  const { quote, requestedAt } = taxed;
  return {
    ok: true,
    quote: {
      ...quote,
      grossFen,
      dueAt: dueDate(requestedAt, policy.payoutDueDays),
      needsApproval: grossFen > policy.payoutApprovalLimitFen,
    },
    payee: { ...payee, account },
    policyVersion: policy.version,
    jobTitle: policy.payoutJobTitle,
    remark: policy.payoutRemark,
    requestedAt,
  };
}

async function taxRequest(
  tx: MerchantTx,
  request: { merchantId: string; idNumberHash: string; grossFen: bigint; now: Date },
) {
  const { merchantId, idNumberHash, grossFen, now } = request;
  const day = shanghaiDay(now);
  const month = day.slice(0, 7);
  const rule = await findTaxRule(tx, { merchantId, day });
  if (rule === null) return { ok: false, reason: "tax_rule_missing" } as const;
  const { latestAt, ...prior } = await sumTaxMonth(tx, { merchantId, idNumberHash, month });
  const quote = quotePayout(rule, { grossFen, month, ...prior });
  if (quote.netFen < SMALLEST_NET_FEN) return { ok: false, reason: "net_too_small" } as const;
  return { ok: true, quote, requestedAt: laterThan(latestAt, now) } as const;
}

/** The person's withdrawals of a month stand in one order by their times, whatever the clocks say. */
function laterThan(latestAt: Date | null, now: Date): Date {
  return latestAt !== null && latestAt >= now ? new Date(latestAt.getTime() + 1) : now;
}
