import { applyForFundFlowBill } from "./bills/apply-fund-flow-bill";
import { applyForTradeBill } from "./bills/apply-trade-bill";
import { downloadBill } from "./bills/offer-bill";
import type { Route } from "./http/route";
import { authorize } from "./oauth/authorize";
import { exchangeCode, refreshOauthToken } from "./oauth/exchange-code";
import { getUserInfo } from "./oauth/user-info";
import { getJsapiTicket } from "./official-account/jsapi-ticket";
import { getStableToken } from "./official-account/stable-token";
import { answerFile, answerPay } from "./pay/answer-pay";
import { closeOrder } from "./pay/close-order";
import { createPrepay } from "./pay/create-prepay";
import { createRefund, queryRefund } from "./pay/create-refund";
import { PayRefusal } from "./pay/pay-refusal";
import { queryByOutTradeNo, queryByTransactionId } from "./pay/query-transaction";
import { cancelTransfer } from "./transfers/cancel-transfer";
import { createTransfer } from "./transfers/create-transfer";
import { queryTransferByBillNo, queryTransferByOutBillNo } from "./transfers/query-transfer";

/** New merchants have no platform certificates: public-key mode is the only one. */
function refuseCertificates(): never {
  throw new PayRefusal(
    "RESOURCE_NOT_EXISTS",
    "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥",
  );
}

const TRANSFER_BILLS = "/v3/fund-app/mch-transfer/transfer-bills";

/** WeChat's own addresses: open.weixin.qq.com, api.weixin.qq.com and api.mch.weixin.qq.com in one. */
export const WECHAT_ROUTES: Route[] = [
  { endpoint: "authorize", method: "GET", path: "/connect/oauth2/authorize", answer: authorize },
  {
    endpoint: "oauth_access_token",
    method: "GET",
    path: "/sns/oauth2/access_token",
    answer: exchangeCode,
  },
  {
    endpoint: "oauth_refresh_token",
    method: "GET",
    path: "/sns/oauth2/refresh_token",
    answer: refreshOauthToken,
  },
  { endpoint: "userinfo", method: "GET", path: "/sns/userinfo", answer: getUserInfo },
  {
    endpoint: "stable_token",
    method: "POST",
    path: "/cgi-bin/stable_token",
    answer: getStableToken,
  },
  {
    endpoint: "getticket",
    method: "GET",
    path: "/cgi-bin/ticket/getticket",
    answer: getJsapiTicket,
  },
  {
    endpoint: "prepay",
    method: "POST",
    path: "/v3/pay/transactions/jsapi",
    answer: answerPay(createPrepay),
  },
  {
    endpoint: "query_out_trade_no",
    method: "GET",
    path: "/v3/pay/transactions/out-trade-no/{out_trade_no}",
    answer: answerPay(queryByOutTradeNo),
  },
  {
    endpoint: "query_transaction_id",
    method: "GET",
    path: "/v3/pay/transactions/id/{transaction_id}",
    answer: answerPay(queryByTransactionId),
  },
  {
    endpoint: "close",
    method: "POST",
    path: "/v3/pay/transactions/out-trade-no/{out_trade_no}/close",
    answer: answerPay(closeOrder),
  },
  {
    endpoint: "refund",
    method: "POST",
    path: "/v3/refund/domestic/refunds",
    answer: answerPay(createRefund),
  },
  {
    endpoint: "query_refund",
    method: "GET",
    path: "/v3/refund/domestic/refunds/{out_refund_no}",
    answer: answerPay(queryRefund),
  },
  { endpoint: "transfer", method: "POST", path: TRANSFER_BILLS, answer: answerPay(createTransfer) },
  {
    endpoint: "query_transfer",
    method: "GET",
    path: `${TRANSFER_BILLS}/out-bill-no/{out_bill_no}`,
    answer: answerPay(queryTransferByOutBillNo),
  },
  {
    endpoint: "query_transfer",
    method: "GET",
    path: `${TRANSFER_BILLS}/transfer-bill-no/{transfer_bill_no}`,
    answer: answerPay(queryTransferByBillNo),
  },
  {
    endpoint: "cancel_transfer",
    method: "POST",
    path: `${TRANSFER_BILLS}/out-bill-no/{out_bill_no}/cancel`,
    answer: answerPay(cancelTransfer),
  },
  {
    endpoint: "tradebill",
    method: "GET",
    path: "/v3/bill/tradebill",
    answer: answerPay(applyForTradeBill),
  },
  {
    endpoint: "fundflowbill",
    method: "GET",
    path: "/v3/bill/fundflowbill",
    answer: answerPay(applyForFundFlowBill),
  },
  {
    endpoint: "bill_download",
    method: "GET",
    path: "/v3/billdownload/file",
    answer: answerFile(downloadBill),
  },
  {
    endpoint: "certificates",
    method: "GET",
    path: "/v3/certificates",
    answer: answerPay(refuseCertificates),
  },
];
