import { z } from "zod";
import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { savePayoutAccount } from "@/features/payouts/commands/save-payout-account";
import { payoutAccountInput } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";
import { mallText } from "@/lib/i18n/mall-text";

/** What the form sends; each field is judged by itself, so that each fault stands beside its field. */
const typedSchema = z.looseObject({ realName: z.string(), idNumber: z.string() });

/** The fault of each field whatever zod says of it first: too long a name is a wrong name. */
const faultOfField: Partial<Record<string, string>> = {
  realName: "bad_name",
  idNumber: "bad_id_number",
  bankName: "bank_incomplete",
  consented: "not_consented",
  consentVersion: "not_consented",
};

/** POST: keeps who is paid, by separate consent. 422 names the fault of each field. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const typed = await readJson(request, typedSchema);
    const parsed = payoutAccountInput.safeParse(typed);
    if (!parsed.success) {
      const faults: Record<string, string> = {};
      for (const { path, message } of parsed.error.issues) {
        const field = path[0] === "consentVersion" ? "consented" : String(path[0]);
        faults[field] ??= faultOfField[field] ?? message;
      }
      return { status: 422, body: { ok: false, reason: "bad_request", faults } };
    }
    const saved = await savePayoutAccount(customer, parsed.data, systemClock());
    if (saved.ok) return { body: saved };
    const sentence = mallText(`distribution.withdrawal.account.faults.${saved.reason}`);
    return { status: statusOfReason(saved.reason), body: { ...saved, sentence } };
  });
}
