import { bindingCorruptions } from "@/scripts/database/binding-corruptions";
import { moneyCorruptions } from "@/scripts/database/money-corruptions";
import { otherCorruptions } from "@/scripts/database/other-corruptions";

/** One corruption and the invariant that has to notice it. */
export type Mutant = { invariant: string; what: string; sql: string };

/** At least one corruption for each invariant. */
export const mutants: readonly Mutant[] = Object.entries({
  ...moneyCorruptions,
  ...otherCorruptions,
  ...bindingCorruptions,
}).flatMap(([invariant, list]) => list.map(([what, sql]) => ({ invariant, what, sql })));
