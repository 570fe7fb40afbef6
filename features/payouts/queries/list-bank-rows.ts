import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import type { BankPayoutRow } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The lines of a bank file, in the clear: only for the export, which asks for the password. */
export async function listBankRows(
  tx: MerchantTx,
  question: { merchantId: string; payoutIds: readonly string[] },
): Promise<BankPayoutRow[]> {
  const { merchantId, payoutIds } = question;
  const rows = await tx.payout.findMany({
    where: { merchantId, id: { in: [...payoutIds] } },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    select: {
      payoutNo: true,
      netFen: true,
      remark: true,
      distributorId: true,
      distributor: { select: { payoutAccount: true } },
    },
  });
  return rows.flatMap(({ distributor: { payoutAccount: account }, distributorId, ...row }) => {
    if (account === null) return [];
    const owner = { merchantId, distributorId };
    return {
      ...row,
      realName: payoutSeal.unseal(account.realNameSealed, owner, "realName"),
      bankName: account.bankName,
      bankCard: payoutSeal.unseal(account.bankCardSealed, owner, "bankCard"),
    };
  });
}
