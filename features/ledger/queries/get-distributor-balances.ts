import type { DistributorBalances } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { LedgerAccountKind } from "@/prisma/generated/enums";

/** A distributor's balances in fen; 0 where nothing was ever booked. */
export async function getDistributorBalances(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string },
): Promise<DistributorBalances> {
  const accounts = await tx.ledgerAccount.findMany({
    where: question,
    select: { kind: true, balanceFen: true, heldFen: true },
  });
  return toDistributorBalances(accounts);
}

/** The same from the rows of one distributor's accounts. */
export function toDistributorBalances(
  accounts: readonly { kind: LedgerAccountKind; balanceFen: bigint; heldFen: bigint }[],
): DistributorBalances {
  const of = (kind: LedgerAccountKind) =>
    accounts.find((one) => one.kind === kind) ?? { balanceFen: 0n, heldFen: 0n };
  const available = of("commission_available");
  return {
    pendingFen: of("commission_pending").balanceFen,
    availableFen: available.balanceFen - available.heldFen,
    inPayoutFen: available.heldFen,
    debtFen: -of("commission_debt").balanceFen,
  };
}
