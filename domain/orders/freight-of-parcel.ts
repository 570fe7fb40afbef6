import type { Fen } from "../money/fen";
import { calculateFreight, type Freight, type FreightTemplate } from "./calculate-freight";

/**
 * The freight of an order whose products may have templates of their own. Everything travels in one
 * parcel, so each template is asked about the whole parcel and the dearest answer counts; where one
 * of them does not deliver, nothing is delivered. Without any template the merchant pays.
 */
export function freightOfParcel(
  templates: readonly FreightTemplate[],
  parcel: { province: string; quantity: number; goodsFen: Fen },
): Freight {
  let freightFen: Fen = 0n;
  for (const template of templates) {
    const freight = calculateFreight(template, parcel);
    if (!freight.ok) return freight;
    if (freight.freightFen > freightFen) freightFen = freight.freightFen;
  }
  return { ok: true, freightFen };
}
