import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { sampleFigures } from "@/domain/tax/sample-figures";
import type { LabourIncomeTerms } from "@/domain/tax/tax-rule";

/** What the rule withholds from the usual sample incomes. */
export function SampleFigures({ terms }: { terms: LabourIncomeTerms }) {
  const text = useTranslations("reconciliation.tax");
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="border-line border-b text-ink-faint">
          <th scope="col" className="py-1.5 text-right font-medium">
            {text("income")}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            {text("withheld")}
          </th>
        </tr>
      </thead>
      <tbody>
        {sampleFigures(terms).map(({ incomeFen, taxFen }) => (
          <tr key={incomeFen.toString()}>
            <td className="py-1 text-right">
              <Money fen={incomeFen} />
            </td>
            <td className="py-1 text-right">
              <Money fen={taxFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
