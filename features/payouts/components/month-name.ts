import { mallText } from "@/lib/i18n/mall-text";

/** "2026-11" as "2026 年 11 月". */
export function monthName(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return mallText("distribution.withdrawal.monthName", { year, month: String(Number(number)) });
}
