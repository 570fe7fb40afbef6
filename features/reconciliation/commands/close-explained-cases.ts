import {
  type BillOfDay,
  type Difference,
  explainedBySystem,
} from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Open cases of the day whose difference is no longer there: money that arrived over midnight, a
 * payment that the poll has found, a bill that could be read at last. Closed by the system.
 */
export async function closeExplainedCases(
  tx: MerchantTx,
  compared: BillOfDay & { differences: readonly Difference[]; now: Date },
): Promise<void> {
  const { merchantId, kind, day, now } = compared;
  const still = compared.differences.map(
    ({ kind: what, lineKind, reference }) => `${what}:${lineKind}:${reference}`,
  );
  await tx.$executeRaw`
    update reconciliation_case
    set state = 'closed', closed_at = ${now}, resolution = ${explainedBySystem}
    where merchant_id = ${merchantId}::uuid and bill_kind = ${kind}::bill_kind and day = ${day}::date
      and state = 'open' and kind || ':' || line_kind || ':' || reference <> all (${still}::text[])`;
}
