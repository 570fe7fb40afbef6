import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { lastDays } from "@/domain/metrics/last-days";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { listSharesByDay } from "@/features/insights/queries/list-shares-by-day";
import { systemClock } from "@/lib/clock/now";
import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";
import { inMerchant } from "@/lib/db/in-merchant";

const mostDays = 366;

/** The rows of the sharing chart as CSV. */
export async function GET(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "sharing.read");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  const text = await getTranslations("sharing");
  const asked = Number(new URL(request.url).searchParams.get("days"));
  const days = Number.isInteger(asked) && asked > 0 ? Math.min(asked, mostDays) : 30;
  const rows = await inMerchant(merchantId, (tx) =>
    listSharesByDay(tx, { merchantId, ...lastDays(systemClock(), days) }),
  );
  const head = (["day", "visits", "visitors", "orders", "sales"] as const).map((key) => text(key));
  const body = rows.map((row) => [
    row.day,
    String(row.visits),
    String(row.visitors),
    String(row.orders),
    formatYuanPlain(row.salesFen),
  ]);
  return new Response(csvByteOrderMark + writeCsv([head, ...body]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="sharing-${days}.csv"`,
      "cache-control": "no-store",
    },
  });
}
