import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { getMonth } from "@/features/closing/queries/get-month";
import { toStatement } from "@/features/closing/queries/to-statement";
import { type MonthFigures, monthSchema } from "@/features/closing/schema";
import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";
import { inMerchant } from "@/lib/db/in-merchant";

/** A month's statement with its balances and movements as CSV, open or closed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ month: string }> },
): Promise<Response> {
  const gate = await requireApiStaff(request, "finance.read");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  const { month } = await params;
  if (!monthSchema.safeParse(month).success) {
    return Response.json({ reason: "not_found" }, { status: 404 });
  }
  const { figures } = await inMerchant(merchantId, (tx) => getMonth(tx, { merchantId, month }));
  const rows = [...(await statementRows(figures)), [], ...(await accountRows(figures))];
  return new Response(csvByteOrderMark + writeCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="month-${month}.csv"`,
      "cache-control": "no-store",
    },
  });
}

async function statementRows(figures: MonthFigures): Promise<string[][]> {
  const text = await getTranslations("reconciliation.months");
  const head = [text("month"), text("section"), text("item"), text("count"), text("amount")];
  const rows = toStatement(figures).flatMap(({ part, rows: list }) =>
    list.map(({ name, month = "", count, amountFen }) => [
      figures.month,
      text(`part.${part}`),
      text(`row.${name}`, { month }),
      count === null ? "" : String(count),
      formatYuanPlain(amountFen),
    ]),
  );
  return [head, ...rows];
}

async function accountRows(figures: MonthFigures): Promise<string[][]> {
  const text = await getTranslations("reconciliation.months");
  const names = await getTranslations("payouts");
  const accounts = figures.accounts.map(({ kind, openingFen, creditFen, debitFen, closingFen }) => [
    names(`account.${kind}`),
    ...[openingFen, creditFen, debitFen, closingFen].map(formatYuanPlain),
  ]);
  const moved = figures.movements.filter(({ count }) => count > 0);
  const movements = moved.map(({ code, debit, credit, count, amountFen }) => [
    names(`code.${code}`),
    names(`account.${debit}`),
    names(`account.${credit}`),
    String(count),
    formatYuanPlain(amountFen),
  ]);
  return [
    [text("account"), text("opening"), text("credit"), text("debit"), text("closing")],
    ...accounts,
    [],
    [text("reason"), text("from"), text("to"), text("count"), text("amount")],
    ...movements,
  ];
}
