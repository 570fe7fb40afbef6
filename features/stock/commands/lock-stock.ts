import type { Fen } from "@/domain/money/fen";
import type { MerchantTx } from "@/lib/db/in-merchant";

type LockedStock = {
  skuId: string;
  onHand: number;
  reserved: number;
  valueFen: Fen;
  /** Of one unit, as entered by hand or left by the last receipt. */
  enteredCostFen: Fen;
};

/**
 * The stock of these SKUs as it is now and stays until the transaction ends, locked in the order of SKU
 * ids like everywhere, so that nobody waits in a circle. A SKU whose stock was never opened is missing.
 */
export async function lockStock(
  tx: MerchantTx,
  { merchantId, skuIds }: { merchantId: string; skuIds: readonly string[] },
): Promise<LockedStock[]> {
  return tx.$queryRaw<LockedStock[]>`
    select s.sku_id as "skuId", s.on_hand as "onHand", s.reserved, s.value_fen as "valueFen",
      k.cost_fen as "enteredCostFen"
    from stock s join sku k on k.merchant_id = s.merchant_id and k.id = s.sku_id
    where s.merchant_id = ${merchantId}::uuid and s.sku_id = any(${[...skuIds]}::uuid[])
    order by s.sku_id for no key update of s`;
}
