import { bindingCorruptions } from "@/scripts/database/corruptions/binding-corruptions";
import { moneyCorruptions } from "@/scripts/database/corruptions/money-corruptions";
import { otherCorruptions } from "@/scripts/database/corruptions/other-corruptions";
import { payoutCorruptions } from "@/scripts/database/corruptions/payout-corruptions";
import { reconciliationCorruptions } from "@/scripts/database/corruptions/reconciliation-corruptions";
import { refundCorruptions } from "@/scripts/database/corruptions/refund-corruptions";
import { stockCorruptions } from "@/scripts/database/corruptions/stock-corruptions";

/** One corruption and the invariant that has to notice it. */
export type Mutant = { invariant: string; what: string; sql: string };

/** At least one corruption for each invariant; several files may plant for the same one. */
export const mutants: readonly Mutant[] = [
  moneyCorruptions,
  otherCorruptions,
  bindingCorruptions,
  refundCorruptions,
  reconciliationCorruptions,
  payoutCorruptions,
  stockCorruptions,
].flatMap((planted) =>
  Object.entries(planted).flatMap(([invariant, list]) =>
    list.map(([what, sql]) => ({ invariant, what, sql })),
  ),
);
