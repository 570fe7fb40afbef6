import type { MerchantTx } from "@/lib/db/in-merchant";

/** As in the schema's defaults, for a merchant who has set nothing. */
const usual = { safetyDays: 7, slowMoverDays: 60 };

/** How many days of sales are kept in reserve, and after how many days unsold goods count as slow. */
export async function getStockSetting(
  tx: MerchantTx,
  merchantId: string,
): Promise<{ safetyDays: number; slowMoverDays: number }> {
  const [setting = usual] = await tx.$queryRaw<(typeof usual)[]>`
    select safety_days as "safetyDays", slow_mover_days as "slowMoverDays" from analytics_setting
    where merchant_id = ${merchantId}::uuid`;
  return setting;
}
