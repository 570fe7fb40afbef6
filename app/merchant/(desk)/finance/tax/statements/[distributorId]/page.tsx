import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/print-button";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { TaxStatement } from "@/features/closing/components/dashboard-tax-statement";
import { findTaxpayer } from "@/features/closing/queries/find-taxpayer";
import { getProfile } from "@/features/merchants/queries/get-profile";
import { listTaxStatements } from "@/features/payouts/queries/list-tax-statements";
import type { TaxStatementView } from "@/features/payouts/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";
import { isId } from "@/lib/ids/is-id";

/** As long as the papers have to be kept. */
const shownYears = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation.tax"))("statement") };
}

/** A distributor's statement of a year, to be printed. */
export default async function StatementPage({
  params,
  searchParams,
}: {
  params: Promise<{ distributorId: string }>;
  searchParams: SearchParams;
}) {
  const { merchantId } = await requireStaff("finance.read");
  const { distributorId } = await params;
  if (!isId(distributorId)) notFound();
  const text = await getTranslations("reconciliation.tax");
  const format = await getFormatter();
  const now = systemClock();
  const thisYear = Number(shanghaiDay(now).slice(0, 4));
  const years = Array.from({ length: shownYears }, (_, back) => thisYear - back);
  const asked = Number((await searchValues(searchParams)).year);
  const year = years.includes(asked) ? asked : thisYear;
  const { person, statements, shop } = await inMerchant(merchantId, async (tx) => ({
    person: await findTaxpayer(tx, { merchantId, distributorId }),
    statements: await listTaxStatements(tx, { merchantId, distributorId, year }),
    shop: await getProfile(tx, merchantId),
  }));
  if (!person) notFound();
  const nameOf = ({ maskedName: name, idNumberTail: tail }: TaxStatementView) =>
    text("statementOf", { name, tail });
  const [only, ...others] = statements;
  const of = only && others.length === 0 ? nameOf(only) : person.displayName;
  return (
    <>
      <PageHeading
        title={text("statementTitle", { year: String(year) })}
        back={{ href: "/merchant/finance/tax", label: text("title") }}
        hint={`${shop.companyName || shop.name} · ${of}`}
      >
        <PrintButton>{text("print")}</PrintButton>
      </PageHeading>
      <nav aria-label={text("year")} className="mb-4 flex flex-wrap gap-3 text-sm">
        {years.map((one) => (
          <Link
            key={one}
            href={`?year=${one}`}
            aria-current={one === year ? "page" : undefined}
            className={one === year ? "font-semibold" : "text-leaf hover:underline"}
          >
            {text("yearLink", { year: String(one) })}
          </Link>
        ))}
      </nav>
      {statements.length === 0 ? <EmptyNotice title={text("statementNone")} /> : null}
      {statements.map((statement) => (
        <section key={statement.lines[0]?.payoutNo} className="mb-6">
          {others.length > 0 ? <h2 className="mb-2 font-semibold">{nameOf(statement)}</h2> : null}
          <TaxStatement statement={statement} />
        </section>
      ))}
      <p className="mt-4 text-ink-faint text-xs">
        {text("madeAt", {
          at: format.dateTime(now, { dateStyle: "medium", timeStyle: "short" }),
        })}
      </p>
    </>
  );
}
