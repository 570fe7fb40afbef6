import type { Metadata } from "next";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { SectionHeading } from "@/components/phone/section-heading";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { monthName } from "@/features/payouts/components/month-name";
import { PrintButton } from "@/features/payouts/components/print-button";
import { StatementLines, StatementMonths } from "@/features/payouts/components/statement-card";
import { listTaxStatements } from "@/features/payouts/queries/list-tax-statements";
import type { TaxStatementView } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

const path = "/distribute/statements";
/** So many years can be looked back at: as long as the papers are kept. */
const shownYears = 3;

export const metadata: Metadata = {
  title: mallText("distribution.withdrawal.statements.title"),
  robots: { index: false },
};

export default async function StatementsPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { shop, customer, distributor } = await loadDistributor((await params).host, path);
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const now = systemClock();
  const thisYear = Number(shanghaiDay(now).slice(0, 4));
  const asked = await searchParams;
  const year = readNumber(asked.year, 2000, thisYear) ?? thisYear;
  const month = readNumber(asked.month, 1, 12);
  const { whole, opened } = await inMerchant(merchantId, async (tx) => ({
    whole: await listTaxStatements(tx, { merchantId, distributorId, year }),
    opened: month ? await listTaxStatements(tx, { merchantId, distributorId, year, month }) : [],
  }));
  const { profile } = shop;
  const title = mallText("distribution.withdrawal.statements.title");
  return (
    <PageShell header={<PageHeader title={title} backHref="/distribute" />}>
      <div className="space-y-4 gutter pt-4">
        <Years thisYear={thisYear} year={year} />
        {whole.length > 0 ? (
          <>
            {whole.map((statement) => (
              <section key={statement.lines[0]?.payoutNo} className="space-y-4">
                <Heading statement={statement} shop={profile.name} company={profile.companyName} />
                <StatementMonths statement={statement} />
              </section>
            ))}
            {opened.map((statement) => (
              <Month key={statement.lines[0]?.payoutNo} statement={statement} />
            ))}
            <Footer now={now} />
          </>
        ) : (
          <EmptyState
            icon="shield"
            title={mallText("distribution.withdrawal.statements.empty", { year: String(year) })}
            hint={mallText("distribution.withdrawal.statements.emptyHint")}
          />
        )}
      </div>
    </PageShell>
  );
}

function Years({ thisYear, year }: { thisYear: number; year: number }) {
  const years = Array.from({ length: shownYears }, (_, back) => thisYear - back);
  return (
    <nav
      aria-label={mallText("distribution.withdrawal.statements.years")}
      className="flex gap-2 print:hidden"
    >
      {years.map((one) => (
        <a
          key={one}
          href={`${path}?year=${one}`}
          aria-current={one === year ? "page" : undefined}
          className="inline-flex min-h-11 items-center rounded-full border border-line bg-card px-4 text-sm aria-[current=page]:border-leaf aria-[current=page]:text-leaf"
        >
          {mallText("distribution.withdrawal.statements.year", { year: String(one) })}
        </a>
      ))}
    </nav>
  );
}

function Heading({
  statement,
  shop,
  company,
}: {
  statement: TaxStatementView;
  shop: string;
  company: string;
}) {
  const { maskedName: name, idNumberTail: tail } = statement;
  return (
    <div className="text-ink-soft text-sm">
      <p>{mallText("distribution.withdrawal.statements.intro", { shop })}</p>
      <p>{mallText("distribution.withdrawal.statements.person", { name, tail })}</p>
      <p>{mallText("distribution.withdrawal.statements.payer", { company: company || shop })}</p>
    </div>
  );
}

function Month({ statement }: { statement: TaxStatementView }) {
  const { year, month } = statement;
  const name = monthName(`${year}-${String(month ?? "")}`);
  return (
    <section>
      <SectionHeading
        title={mallText("distribution.withdrawal.statements.openMonth", { month: name })}
      />
      <div className="mt-2">
        <StatementLines statement={statement} />
      </div>
    </section>
  );
}

function Footer({ now }: { now: Date }) {
  return (
    <>
      <p className="text-ink-faint text-sm">
        {mallText("distribution.withdrawal.statements.note")}
        {mallText("distribution.withdrawal.statements.printedAt", { moment: formatMoment(now) })}
      </p>
      <PrintButton label={mallText("distribution.withdrawal.statements.print")} />
      <p className="text-center text-ink-faint text-sm print:hidden">
        {mallText("distribution.withdrawal.statements.printHint")}
      </p>
    </>
  );
}

function readNumber(
  text: string | string[] | undefined,
  min: number,
  max: number,
): number | undefined {
  if (typeof text !== "string" || !/^\d{1,4}$/.test(text)) return;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}
