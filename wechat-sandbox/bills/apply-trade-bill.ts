import type { SandboxAccount } from "../account";
import type { SandboxRequest } from "../http/sandbox-request";
import { parseQuery } from "../pay/parse-body";
import type { SandboxContext } from "../sandbox-context";
import { billQuerySchema } from "../schemas/bill";
import { findOrder, listOrdersPaidBetween } from "../store/orders";
import { listRefundsBetween, refundedBefore } from "../store/refunds";
import { offerBill, openDay, refuseMissing } from "./offer-bill";
import { spoilTrades } from "./spoil-bill";
import { type TradeBillContent, writeTradeBill } from "./write-trade-bill";

function collect(
  { db }: SandboxContext,
  mchId: string,
  fromMs: number,
  untilMs: number,
): TradeBillContent {
  const refunds = listRefundsBetween(db, mchId, fromMs, untilMs).flatMap((refund) => {
    const order = findOrder(db, mchId, refund.out_trade_no);
    return order ? [{ refund, order, refundedBeforeFen: refundedBefore(db, refund) }] : [];
  });
  return { payments: listOrdersPaidBetween(db, mchId, fromMs, untilMs), refunds };
}

/**
 * GET /v3/bill/tradebill: the address of the day's bill, ready after 10:00 the next day (Beijing),
 * for three months. Payments stand on the day they were paid, refunds on the day they were asked
 * for; a refund that WeChat closed stands nowhere.
 */
export function applyForTradeBill(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const query = parseQuery(billQuerySchema, request);
  const { fromMs, untilMs, kinds } = openDay(context, query.bill_date, "tradebill_file");
  const content = collect(context, account.mchId, fromMs, untilMs);
  if (content.payments.length + content.refunds.length === 0) refuseMissing();
  return offerBill(context, account, request, {
    text: writeTradeBill(spoilTrades(content, kinds), query.bill_type),
    date: query.bill_date,
    tarType: query.tar_type,
    kinds,
  });
}
