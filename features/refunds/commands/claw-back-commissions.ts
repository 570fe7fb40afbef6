import { clawBackStep } from "@/domain/commissions/claw-back";
import type { ClawedBackCommission } from "@/domain/ledger/split-claw-backs";
import {
  findLineCommissions,
  type LineCommission,
} from "@/features/refunds/queries/find-line-commissions";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Takes back what the refunded lines' commissions lose, by the formula on all that was refunded of
 * each line so far; of what nothing is left is reversed. The lines know the refund already, and the
 * order's row is held. @returns what each lost, with its state before, for the ledger
 */
export async function clawBackCommissions(
  tx: MerchantTx,
  order: { merchantId: string; orderId: string; lineNos: readonly number[] },
): Promise<ClawedBackCommission[]> {
  const { merchantId } = order;
  // A risk case may be opened or closed meanwhile: the state that the ledger follows must stay.
  await tx.$queryRaw`
    select id from commission where merchant_id = ${merchantId}::uuid
      and order_id = ${order.orderId}::uuid and line_no = any(${order.lineNos}::int[])
    order by id for no key update`;
  const commissions = await findLineCommissions(tx, order);
  const clawBacks = commissions.map((one) => ({
    commissionId: one.commissionId,
    distributorId: one.distributorId,
    state: one.state,
    clawBackFen: clawBackStep(one.clawedBackFen, one),
    ...leftOf(one),
  }));
  const rows = JSON.stringify(
    clawBacks.map(({ commissionId, clawBackFen, isReversed }) => ({
      id: commissionId,
      fen: clawBackFen.toString(),
      reversed: isReversed,
    })),
  );
  const count = await tx.$executeRaw`
    update commission c set clawed_back_fen = c.clawed_back_fen + w.fen,
      state = case when w.reversed then 'reversed' else c.state end
    from json_to_recordset(${rows}::json) as w(id uuid, fen bigint, reversed boolean)
    where c.merchant_id = ${merchantId}::uuid and c.id = w.id`;
  if (count !== commissions.length) throw new Error(`a commission of ${order.orderId} is gone`);
  return clawBacks;
}

/** Nothing is left of it: taken back whole, or the part that stayed rounds down to nothing. */
function leftOf(one: LineCommission): { isReversed: boolean } {
  const clawedBackFen = one.clawedBackFen + clawBackStep(one.clawedBackFen, one);
  return { isReversed: one.refundedFen > 0n && clawedBackFen === one.commissionFen };
}
