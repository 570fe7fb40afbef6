import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { type RandomBytes, randomDigits } from "@/lib/ids/random-code";

/**
 * A number that people can read out: six digits of the day in Shanghai and eight random ones. It does
 * not tell how many orders a shop has. Two may meet; the unique key notices and placeOrder draws again.
 */
export function newOrderNo(at: { now: Date; random: RandomBytes }): string {
  const day = shanghaiDay(at.now).replaceAll("-", "").slice(2);
  return day + randomDigits(8, at.random);
}
