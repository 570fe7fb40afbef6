import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { saveAddress } from "@/features/addresses/commands/save-address";
import { parseAddress, typedAddressSchema } from "@/features/addresses/schema";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";

/** POST: adds an address, or replaces the one with `addressId`. 422 names the fault of each field. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const { addressId, ...typed } = await readJson(request, typedAddressSchema);
    const parsed = parseAddress(typed);
    if (!parsed.ok) {
      return { status: 422, body: { ok: false, reason: "bad_request", faults: parsed.faults } };
    }
    const result = await saveAddress(customer, parsed.address, addressId, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
