import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { addPicture } from "@/features/pictures/commands/add-picture";
import { systemClock } from "@/lib/clock/now";
import { readLimitedBody } from "@/lib/http/read-limited-body";
import { maxPictureBytes } from "@/lib/storage/store-picture";

/** Takes one picture as the raw body of the request and answers with its id. */
export async function POST(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "product.write");
  if ("refusal" in gate) return gate.refusal;
  const text = await getTranslations("products.pictureRefusal");
  const bytes = await readLimitedBody(request, maxPictureBytes);
  if (bytes === null) return Response.json({ message: text("too_large") }, { status: 413 });
  const added = await addPicture(gate.staff, bytes, systemClock());
  if (!added.ok) return Response.json({ message: text(added.reason) }, { status: 422 });
  const { pictureId, storageKey } = added;
  return Response.json({ pictureId, storageKey });
}
