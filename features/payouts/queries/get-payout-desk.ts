import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { leftUnder } from "@/domain/payouts/judge-request";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { findPayee } from "@/features/payouts/queries/find-payee";
import { getPayoutAccount } from "@/features/payouts/queries/get-payout-account";
import { getPayoutStop } from "@/features/payouts/queries/get-payout-stop";
import { sumDay } from "@/features/payouts/queries/sum-day";
import type { PayoutDesk } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the page for a new withdrawal begins with. */
export async function getPayoutDesk(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; now: Date },
): Promise<PayoutDesk> {
  const { merchantId, distributorId, now } = question;
  const key = { merchantId, distributorId };
  const policy = await getPolicy(tx, merchantId);
  const { availableFen, inPayoutFen, debtFen } = await getDistributorBalances(tx, key);
  const payee = await findPayee(tx, key);
  const frozen = await tx.distributor.findUniqueOrThrow({
    where: { merchantId_id: { merchantId, id: distributorId } },
    select: { payoutsFrozenAt: true, payoutsFrozenReason: true },
  });
  const idNumberHash = payee.account?.idNumberHash ?? "";
  const today = shanghaiDayRange(shanghaiDay(now));
  const { personTodayFen } = await sumDay(tx, { merchantId, idNumberHash, ...today });
  return {
    availableFen,
    inPayoutFen,
    debtFen,
    minimumFen: policy.payoutMinFen,
    leftTodayFen: leftUnder(policy.payoutDailyCapFen, personTodayFen),
    dueDays: policy.payoutDueDays,
    approvalLimitFen: policy.payoutApprovalLimitFen,
    account: await getPayoutAccount(tx, question),
    openPayoutNo: payee.openPayoutNo,
    frozenReason: frozen.payoutsFrozenAt && frozen.payoutsFrozenReason,
    isStopped: (await getPayoutStop(tx, merchantId)) !== null,
  };
}
