import { dayMs } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSigns = "10X98765432";
/** No place in China has this code: nobody was ever given such a number. */
const nowhere = "990000";

/** An identity number that is right by its check sign and belongs to nobody. */
export function drawIdNumber(chance: Chance): string {
  const bornMs = Date.UTC(1970, 0, 1) + chance.int(0, 35 * 365) * dayMs;
  const born = new Date(bornMs).toISOString().slice(0, 10).replaceAll("-", "");
  const body = `${nowhere}${born}${String(chance.int(0, 999)).padStart(3, "0")}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + checkSigns.charAt(sum % 11);
}

/** A card number of a bank that does not exist. */
export function drawBankCard(chance: Chance): { bankName: string; bankCard: string } {
  const number = String(chance.int(0, 9_999_999)).padStart(7, "0");
  return { bankName: "示例银行杭州分行", bankCard: `6299000000${number}00` };
}
