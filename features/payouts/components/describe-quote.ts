import { formatYuan } from "@/domain/money/format-yuan";
import { describeTax } from "@/features/payouts/components/describe-tax";
import { withheldYuan } from "@/features/payouts/components/withheld-yuan";
import type { PayoutQuote } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatDay } from "@/lib/i18n/shanghai-time";

/** A quote ready to be shown; the phone gets sentences, no catalogue and no arithmetic. */
export type QuoteJson = {
  /** In fen, as text: goes back with the request. */
  taxFen: string;
  gross: string;
  /** With its signs: "-¥64.19". */
  tax: string;
  net: string;
  due: string;
  /** Why it takes two people; null when it goes by itself. */
  approval: string | null;
  how: string[];
};

/** Amounts in yuan, moments and sums in words. */
export function describeQuote(quote: PayoutQuote): QuoteJson {
  const { grossFen, taxFen, netFen, dueAt, needsApproval, tax } = quote;
  return {
    taxFen: taxFen.toString(),
    gross: formatYuan(grossFen),
    tax: withheldYuan(taxFen),
    net: formatYuan(netFen),
    due: formatDay(dueAt),
    approval: needsApproval ? mallText("distribution.withdrawal.request.needsApproval") : null,
    how: describeTax(tax, taxFen),
  };
}
