import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { type RandomBytes, randomDigits } from "@/lib/ids/random-code";

/** A number to quote to the supplier: CG for 采购, the day in Shanghai, six random digits. */
export function newPurchaseNo(at: { now: Date; random: RandomBytes }): string {
  const day = shanghaiDay(at.now).replaceAll("-", "").slice(2);
  return `CG${day}${randomDigits(6, at.random)}`;
}
