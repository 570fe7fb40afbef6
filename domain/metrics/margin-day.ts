import type { Fen } from "../money/fen";
import type { MarginDay } from "./margin-line";
import type { Figures } from "./measures";
import { costedNetFen, keptCommissionFen, profitFen } from "./sales-sums";

/**
 * A day of the margin line (analytics.md, board 8). Only sales of a known cost stand in either line:
 * of the others nobody knows what they left. Carried are the commissions less what was taken back, the
 * payment fees and the freight subsidy: what the parcels cost less what customers paid for them, where
 * that is anything. Coupons are no cost here: sales are what was paid after them.
 * @param imported the day's figures of imported orders, whose parcels this shop did not send
 */
export function marginDay(
  day: string,
  figures: Figures,
  { imported, freightCostPerOrderFen }: { imported: Figures; freightCostPerOrderFen: Fen },
): MarginDay {
  const parcels = BigInt(figures.orders - imported.orders);
  const subsidyFen = parcels * freightCostPerOrderFen - figures.freightFen;
  return {
    day,
    netSalesFen: costedNetFen(figures),
    grossProfitFen: profitFen(figures),
    carriedFen: keptCommissionFen(figures) + figures.feeFen + (subsidyFen > 0n ? subsidyFen : 0n),
  };
}
