import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { previewHistoryImport } from "@/features/history/commands/preview-history-import";
import { systemClock } from "@/lib/clock/now";

/** Takes a file as the raw body, straight to the disk; its name stands in the address. */
export async function POST(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "history.import");
  if ("refusal" in gate) return gate.refusal;
  const text = await getTranslations("history");
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const chunks = request.body ?? new Blob([]).stream();
  const preview = await previewHistoryImport(gate.staff, { name, chunks }, systemClock());
  if (preview.ok) return Response.json({ importId: preview.importId });
  const status = preview.reason === "too_large" ? 413 : 422;
  return Response.json({ message: text(`refusal.${preview.reason}`) }, { status });
}
