import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { streamCsv } from "@/app/api/merchant/stream-csv";
import { formatYuan } from "@/domain/money/format-yuan";
import { getHistoryImport } from "@/features/history/queries/get-history-import";
import { listRefusedLines } from "@/features/history/queries/list-refused-lines";
import type { RefusedLineView } from "@/features/history/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { formatMoment } from "@/lib/i18n/shanghai-time";
import { isId } from "@/lib/ids/is-id";

const perPage = 1_000;
const fields = [
  "invoiceNo",
  "code",
  "title",
  "quantity",
  "unitPrice",
  "soldAt",
  "customerRef",
  "region",
] as const;

/** Every line that was not taken and why, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ importId: string }> },
): Promise<Response> {
  const gate = await requireApiStaff(request, "history.import");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  const { importId } = await params;
  const found =
    isId(importId) &&
    (await inMerchant(merchantId, (tx) => getHistoryImport(tx, { merchantId, importId })));
  if (!found) return Response.json({ reason: "not_found" }, { status: 404 });
  const text = await getTranslations("history");
  const heads = [
    text("lineNo"),
    text("faultLabel"),
    ...fields.map((field) => text(`field.${field}`)),
  ];
  return streamCsv("history-refused.csv", heads, async (cursor) => {
    const filter = { cursor };
    const { lines, nextCursor } = await inMerchant(merchantId, (tx) =>
      listRefusedLines(tx, { merchantId, importId, filter, limit: perPage }),
    );
    const rows = lines.map((line) => [
      String(line.lineNo),
      text(`fault.${line.fault}`),
      ...cellsOf(line),
    ]);
    return { rows, nextCursor };
  });
}

function cellsOf(line: RefusedLineView): string[] {
  const { invoiceNo, code, title, quantity, unitPriceFen, soldAt, customerRef, region } = line;
  const at = soldAt ? formatMoment(soldAt) : "";
  return [
    invoiceNo,
    code,
    title,
    quantity === null ? "" : String(quantity),
    unitPriceFen === null ? "" : formatYuan(unitPriceFen),
    at,
    customerRef,
    region,
  ];
}
