import type { SandboxAccount } from "../account";
import type { SandboxRequest } from "../http/sandbox-request";
import { parseQuery } from "../pay/parse-body";
import type { SandboxContext } from "../sandbox-context";
import { fundBillQuerySchema } from "../schemas/bill";
import { listOperatingBetween } from "../store/operating-book";
import { offerBill, openDay, refuseMissing } from "./offer-bill";
import { spoilMovements } from "./spoil-bill";
import { writeFundFlowBill } from "./write-fund-flow-bill";

/**
 * GET /v3/bill/fundflowbill: the movements of the operating account on one day. The basic account
 * and the one for fees are not played: nothing ever happens there.
 */
export function applyForFundFlowBill(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const query = parseQuery(fundBillQuerySchema, request);
  const { fromMs, untilMs, kinds } = openDay(context, query.bill_date, "fundflowbill_file");
  const entries =
    query.account_type === "OPERATION"
      ? listOperatingBetween(context.db, account.mchId, fromMs, untilMs)
      : [];
  if (entries.length === 0) refuseMissing();
  return offerBill(context, account, request, {
    text: writeFundFlowBill(spoilMovements(entries, kinds)),
    date: query.bill_date,
    tarType: query.tar_type,
    kinds,
  });
}
