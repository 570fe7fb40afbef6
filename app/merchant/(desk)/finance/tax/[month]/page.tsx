import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  exportFilingAction,
  recordRemittanceAction,
} from "@/app/merchant/(desk)/finance/tax/tax-actions";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { Remittances } from "@/features/closing/components/dashboard-remittances";
import {
  FilingExportForm,
  RemittanceForm,
} from "@/features/closing/components/dashboard-tax-forms";
import { TaxPeople } from "@/features/closing/components/dashboard-tax-people";
import { listRemittances } from "@/features/closing/queries/list-remittances";
import { listTaxPeople } from "@/features/closing/queries/list-tax-people";
import { listTaxTotals } from "@/features/closing/queries/list-tax-totals";
import { monthSchema } from "@/features/closing/schema";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

type Props = { params: Promise<{ month: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const text = await getTranslations("reconciliation.tax");
  return { title: text("monthTitle", { month: (await params).month }) };
}

/** One month's withheld tax: by person, what was handed over, and what is to be done. */
export default async function TaxMonthPage({ params }: Props) {
  const { merchantId, sessionId, role } = await requireStaff("finance.read");
  const { month } = await params;
  if (!monthSchema.safeParse(month).success) notFound();
  const text = await getTranslations("reconciliation.tax");
  const now = systemClock();
  const question = { merchantId, month };
  const { totals, people, remittances, isSteppedUp } = await inMerchant(merchantId, async (tx) => ({
    totals: await listTaxTotals(tx, question),
    people: await listTaxPeople(tx, question),
    remittances: await listRemittances(tx, question),
    isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }),
  }));
  const [total = { grossFen: 0n, taxFen: 0n, remittedFen: 0n }] = totals;
  const owedFen = total.taxFen - total.remittedFen;
  const mayExport = can(role, "tax.export");
  return (
    <>
      <PageHeading
        title={text("monthTitle", { month })}
        back={{ href: "/merchant/finance/tax", label: text("title") }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={text("peopleTitle")} hint={text("peopleHint")}>
            <TaxPeople people={people} year={month.slice(0, 4)} />
          </Panel>
          <Panel title={text("remittances")}>
            <Remittances remittances={remittances} />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
          <Panel>
            <DefinitionList
              figures
              entries={[
                [text("gross"), <Money key="gross" fen={total.grossFen} />],
                [text("tax"), <Money key="tax" fen={total.taxFen} />],
                [text("remitted"), <Money key="remitted" fen={total.remittedFen} />],
                [text("owed"), <Money key="owed" fen={owedFen} className="font-semibold" />],
              ]}
            />
          </Panel>
          {mayExport && owedFen > 0n && (
            <Panel title={text("record")}>
              <RemittanceForm
                record={recordRemittanceAction.bind(null, month)}
                owed={formatYuanPlain(owedFen)}
                today={shanghaiDay(now)}
                isSteppedUp={isSteppedUp}
              />
            </Panel>
          )}
          {mayExport && people.length > 0 && (
            <Panel title={text("exportTitle")} hint={text("exportHint")}>
              <FilingExportForm
                download={exportFilingAction.bind(null, month)}
                isSteppedUp={isSteppedUp}
              />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
