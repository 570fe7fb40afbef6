import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { previewProductImport } from "@/features/imports/commands/preview-product-import";
import { maxImportBytes } from "@/features/imports/schema";
import { systemClock } from "@/lib/clock/now";
import { readLimitedBody } from "@/lib/http/read-limited-body";

/** Takes a file as the raw body; its name stands in the address. Answers with the import to look at. */
export async function POST(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "product.write");
  if ("refusal" in gate) return gate.refusal;
  const text = await getTranslations("imports");
  const bytes = await readLimitedBody(request, maxImportBytes);
  if (bytes === null) return Response.json({ message: text("refusal.too_large") }, { status: 413 });
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const preview = await previewProductImport(gate.staff, { name, bytes }, systemClock());
  if (preview.ok) return Response.json({ importId: preview.importId });
  const columns =
    preview.reason === "column_missing"
      ? preview.columns.map((column) => text(`column.${column}`)).join("、")
      : "";
  const message = text(`refusal.${preview.reason}`, { columns });
  return Response.json({ message }, { status: 422 });
}
