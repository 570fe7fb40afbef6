import { z } from "zod";
import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { deleteAddress } from "@/features/addresses/commands/delete-address";
import { systemClock } from "@/lib/clock/now";
import { AppError } from "@/lib/errors/app-error";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";

/** DELETE: takes an own address off the list. */
export function DELETE(
  request: Request,
  { params }: { params: Promise<{ addressId: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const id = z.uuid().safeParse((await params).addressId);
    if (!id.success) throw new AppError("not_found");
    const result = await deleteAddress(customer, id.data, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
