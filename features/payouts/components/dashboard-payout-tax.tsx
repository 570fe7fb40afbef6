import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import type { PayoutDetailView } from "@/features/payouts/schema";
import { formatBps } from "@/lib/i18n/format-bps";

/** How the tax of a payout was computed, step by step, over the person's month. */
export function PayoutTax({ payout }: { payout: PayoutDetailView }) {
  const text = useTranslations("payouts.tax");
  const { tax, grossFen, taxFen, netFen } = payout;
  const { steps } = tax;
  return (
    <>
      <DefinitionList
        figures
        entries={[
          [text("gross"), <Money key="gross" fen={grossFen} />],
          [text("month", { month: tax.month }), <Money key="month" fen={tax.priorGrossFen} />],
          [text("total"), <Money key="total" fen={steps.incomeFen} />],
          [text("deduction"), <Money key="deduction" fen={steps.deductionFen} />],
          [text("taxable"), <Money key="taxable" fen={steps.taxableFen} />],
          [text("rate"), formatBps(steps.rateBps)],
          [text("quick"), <Money key="quick" fen={steps.quickDeductionFen} />],
          [text("monthTax"), <Money key="monthTax" fen={steps.taxFen} />],
          [text("prior"), <Money key="prior" fen={tax.priorTaxFen} />],
          [text("tax"), <Money key="tax" fen={taxFen} className="font-semibold" />],
          [text("net"), <Money key="net" fen={netFen} className="font-semibold" />],
        ]}
      />
      <div className="mt-3 border-line border-t pt-3">
        <DefinitionList
          entries={[
            [text("rule"), `${tax.ruleName} · ${text("version", { version: tax.ruleVersion })}`],
            [text("source"), tax.source],
          ]}
        />
      </div>
    </>
  );
}
