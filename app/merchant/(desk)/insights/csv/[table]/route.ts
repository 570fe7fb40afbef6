import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { findBoardTable } from "@/app/merchant/(desk)/insights/csv/[table]/board-tables";
import { fileRows } from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import { boardTableLines, cutLines } from "@/features/insights/components/board-table";
import { readBoardRequest } from "@/features/insights/schema";
import { systemClock } from "@/lib/clock/now";
import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";
import { inMerchant } from "@/lib/db/in-merchant";
import { searchValues } from "@/lib/forms/search-values";

/** The rows behind a chart or list of a board as CSV: of the window and part that the address names. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  const gate = await requireApiStaff(request, "insights.read");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  const name = (await params).table;
  const file = findBoardTable(name, gate.staff.role);
  if (!file) return Response.json({ reason: "not_found" }, { status: 404 });
  const now = systemClock();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const values = await searchValues(Promise.resolve(query));
  const asked = readBoardRequest(values, now);
  const text = await getTranslations("insights");
  if (!asked.ok) {
    const message = text(`fault.${asked.reason}`);
    return Response.json({ reason: asked.reason, message }, { status: 400 });
  }
  const table = await inMerchant(merchantId, (tx) =>
    file.read(tx, { merchantId, request: asked, values, now, text }),
  );
  const { from, to } = asked.window;
  const { rows = fileRows } = file;
  const lines = cutLines(boardTableLines(table), rows, text("csvCut", { rows }));
  return new Response(csvByteOrderMark + writeCsv(lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}-${from}-${to}.csv"`,
      "cache-control": "no-store",
    },
  });
}
