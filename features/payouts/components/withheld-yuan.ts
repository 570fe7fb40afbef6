import { showYuan } from "@/domain/money/format-yuan";

/** What is taken off for the tax office: "-¥64.19", and "¥0.00" where nothing is. */
export function withheldYuan(taxFen: bigint): string {
  return showYuan(-taxFen);
}
