import { maskName } from "@/domain/attribution/mask-name";
import { coolingDownUntil } from "@/domain/payouts/cool-down";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import type { PayoutAccountView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Who a distributor is paid as, in tails; null before they said it. */
export async function getPayoutAccount(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; now: Date },
): Promise<PayoutAccountView | null> {
  const { now, ...key } = question;
  const account = await tx.payoutAccount.findUnique({ where: { merchantId_distributorId: key } });
  if (account === null) return null;
  const { payoutCooldownHours } = await getPolicy(tx, key.merchantId);
  const { idNumberTail, bankName, bankCardTail, changedAt } = account;
  return {
    maskedName: maskName(payoutSeal.unseal(account.realNameSealed, key, "realName")),
    idNumberTail,
    bankName,
    bankCardTail,
    changedAt,
    coolingDownUntil: coolingDownUntil(account, payoutCooldownHours, now),
  };
}
