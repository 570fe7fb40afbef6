import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { getImport } from "@/features/imports/queries/get-import";
import { listFaultyLines } from "@/features/imports/queries/list-faulty-lines";
import { importColumns } from "@/features/imports/schema";
import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

const batch = 1_000;

/** The lines that could not be taken, as they were, each with its reason: to be mended and sent again. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ importId: string }> },
): Promise<Response> {
  const gate = await requireApiStaff(request, "product.write");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  const { importId } = await params;
  const found =
    isId(importId) &&
    (await inMerchant(merchantId, (tx) => getImport(tx, { merchantId, importId })));
  if (!found) return Response.json({ reason: "not_found" }, { status: 404 });
  const text = await getTranslations();
  const columns = Object.keys(importColumns);
  const encoder = new TextEncoder();
  let afterLine = -1;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const heads = Object.values(importColumns).map(([chinese]) => chinese);
      const own = [text("imports.lineNo"), text("imports.fault")];
      controller.enqueue(encoder.encode(csvByteOrderMark + writeCsv([[...heads, ...own]])));
    },
    async pull(controller) {
      const lines = await inMerchant(merchantId, (tx) =>
        listFaultyLines(tx, { merchantId, importId, afterLine, limit: batch }),
      );
      const rows = lines.map(({ lineNo, values, error }) => [
        ...columns.map((column) => values[column] ?? ""),
        String(lineNo),
        error ? `${text(`imports.column.${error.column}`)}：${text(error.fault)}` : "",
      ]);
      controller.enqueue(encoder.encode(writeCsv(rows)));
      const last = lines.at(-1);
      if (!last || lines.length < batch) controller.close();
      else afterLine = last.lineNo;
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="import-errors.csv"',
      "cache-control": "no-store",
    },
  });
}
