import type { Fen } from "@/domain/money/fen";
import { formatYuan } from "@/domain/money/format-yuan";

/** Yuan in running text: 1000n is "10", 1050n is "10.50". */
export function formatYuanShort(fen: Fen): string {
  return formatYuan(fen).replace(/\.00$/, "");
}
