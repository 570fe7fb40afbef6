import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What a shop holds of a person as a distributor, with who they are paid as in the clear: their commissions
 * name orders by number and nobody else. Null for who is none. Amounts in fen.
 */
export async function collectDistributor(
  tx: MerchantTx,
  { merchantId, customerId }: { merchantId: string; customerId: string },
) {
  const distributor = await tx.distributor.findUnique({
    where: { merchantId_customerId: { merchantId, customerId } },
    select: {
      ...{ id: true, displayName: true, applicationText: true, status: true, appliedAt: true },
      ...{ decidedAt: true, decisionReason: true },
      payoutAccount: true,
      formerPayoutIdentities: { orderBy: { replacedAt: "asc" } },
      commissions: {
        orderBy: { accruedAt: "asc" },
        select: {
          ...{ level: true, baseFen: true, rateBps: true, commissionFen: true, state: true },
          ...{ clawedBackFen: true, accruedAt: true, availableAt: true, settledAt: true },
          line: { select: { order: { select: { orderNo: true } } } },
        },
      },
      payouts: {
        orderBy: { requestedAt: "asc" },
        select: {
          ...{ payoutNo: true, channel: true, state: true, grossFen: true, taxFen: true },
          ...{ netFen: true, taxMonth: true, openId: true, requestedAt: true, endedAt: true },
        },
      },
    },
  });
  if (distributor === null) return null;
  const { payoutAccount, formerPayoutIdentities, ...rest } = distributor;
  if (payoutAccount === null) return { ...rest, payoutAccount };
  const { realNameSealed, idNumberSealed, bankCardSealed, bankName } = payoutAccount;
  const { consentVersion, createdAt, changedAt } = payoutAccount;
  const owner = { merchantId, distributorId: rest.id };
  return {
    ...rest,
    payoutAccount: {
      realName: payoutSeal.unseal(realNameSealed, owner, "realName"),
      idNumber: payoutSeal.unseal(idNumberSealed, owner, "idNumber"),
      bankName,
      bankCard: payoutSeal.unseal(bankCardSealed, owner, "bankCard"),
      ...{ consentVersion, createdAt, changedAt },
      former: formerPayoutIdentities.map((former) => ({
        realName: payoutSeal.unseal(former.realNameSealed, owner, "realName"),
        idNumber: payoutSeal.unseal(former.idNumberSealed, owner, "idNumber"),
        replacedAt: former.replacedAt,
      })),
    },
  };
}
