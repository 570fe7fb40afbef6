import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { importColumns } from "@/features/imports/schema";
import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";

const example = ["ZZ-001", "鲜肉粽", "100 克 × 6", "咸粽", "59.00", "69.00", "32.00", "120", "650"];

/** The file to fill in, with one line as an example. */
export async function GET(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "product.write");
  if ("refusal" in gate) return gate.refusal;
  const heads = Object.values(importColumns).map(([chinese]) => chinese);
  return new Response(csvByteOrderMark + writeCsv([heads, example]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="products-template.csv"',
    },
  });
}
