import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { sendReport } from "@/features/reports/commands/send-report";
import { reportSchema } from "@/features/reports/schema";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";

/** POST: the customer reports that somebody asked to deal outside the shop. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const input = await readJson(request, reportSchema);
    const result = await sendReport(customer, input, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
