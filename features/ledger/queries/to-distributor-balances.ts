import type { DistributorBalances } from "@/features/ledger/schema";
import type { LedgerAccountKind } from "@/prisma/generated/enums";

/** The balances in fen that the rows of one distributor's accounts hold; 0 where one is missing. */
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
