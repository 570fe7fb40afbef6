import type { Fen } from "../money/fen";
import type { MarginDay } from "./margin-line";
import type { Figures } from "./measures";
import { costedNetFen, keptCommissionFen, netFen, profitFen } from "./sales-sums";

/**
 * A day of the margin line (analytics.md, board 8). What goods left is known of those whose cost is, and is
 * measured by their net sales; what all sales together carry is measured by all net sales. Carried are the
 * commissions less what was taken back, the payment fees less what WeChat gave back, and the freight
 * subsidy: what the parcels cost less the freight that customers paid and did not get back, where that is
 * anything. Coupons are no cost here: sales are what was paid after them.
 * @param imported the day's figures of imported orders, whose parcels this shop did not send
 */
export function marginDay(
  day: string,
  figures: Figures,
  { imported, freightCostPerOrderFen }: { imported: Figures; freightCostPerOrderFen: Fen },
): MarginDay {
  const parcels = BigInt(figures.orders - imported.orders);
  const paidFreightFen = figures.freightFen - figures.refundFreightFen;
  const subsidyFen = parcels * freightCostPerOrderFen - paidFreightFen;
  const feesFen = figures.feeFen - figures.feeBackFen;
  return {
    day,
    netSalesFen: netFen(figures),
    costedNetFen: costedNetFen(figures),
    grossProfitFen: profitFen(figures),
    carriedFen: keptCommissionFen(figures) + feesFen + (subsidyFen > 0n ? subsidyFen : 0n),
  };
}
