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
import { getTaxStatement } from "@/features/payouts/queries/get-tax-statement";
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
  const { person, statement, shop } = await inMerchant(merchantId, async (tx) => ({
    person: await findTaxpayer(tx, { merchantId, distributorId }),
    statement: await getTaxStatement(tx, { merchantId, distributorId, year }),
    shop: await getProfile(tx, merchantId),
  }));
  if (!person) notFound();
  const of = statement
    ? text("statementOf", { name: statement.maskedName, tail: statement.idNumberTail })
    : person.displayName;
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
      {statement && statement.lines.length > 0 ? (
        <TaxStatement statement={statement} />
      ) : (
        <EmptyNotice title={text("statementNone")} />
      )}
      <p className="mt-4 text-ink-faint text-xs">
        {text("madeAt", {
          at: format.dateTime(now, { dateStyle: "medium", timeStyle: "short" }),
        })}
      </p>
    </>
  );
}
