import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { exportOrders } from "@/features/orders/queries/export-orders";
import { orderFilterSchema } from "@/features/orders/schema";
import { systemClock } from "@/lib/clock/now";
import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";
import { inMerchant } from "@/lib/db/in-merchant";

const columns = [
  "orderNo",
  "stateLabel",
  "placedAt",
  "goods",
  "quantity",
  "goodsFen",
  "discountFen",
  "freightFen",
  "payable",
  "refundedFen",
  "receiver",
  "phone",
  "address",
  "distributor",
  "carrier",
  "trackingNo",
] as const;

/** The filtered list of orders as CSV, written page by page while it is read. */
export async function GET(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "order.export");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  const text = await getTranslations("orders");
  const values = Object.fromEntries(new URL(request.url).searchParams);
  const filter = orderFilterSchema.safeParse(values).data ?? {};
  const encoder = new TextEncoder();

  let cursor: string | null | undefined = filter.cursor;
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!begun) {
        begun = true;
        const head = writeCsv([columns.map((column) => text(column))]);
        controller.enqueue(encoder.encode(csvByteOrderMark + head));
      }
      const page = await inMerchant(merchantId, (tx) =>
        exportOrders(tx, merchantId, { ...filter, cursor: cursor ?? undefined }),
      );
      const rows = page.rows.map(({ state, cells }) => [
        cells[0] ?? "",
        text(`state.${state}`),
        ...cells.slice(1),
      ]);
      controller.enqueue(encoder.encode(writeCsv(rows)));
      cursor = page.nextCursor;
      if (cursor === null) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="orders-${shanghaiDay(systemClock())}.csv"`,
      "cache-control": "no-store",
    },
  });
}
