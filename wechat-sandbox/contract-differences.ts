/**
 * Where the sandbox's schemas differ from WeChat Pay's machine-readable description on purpose. The
 * contract test fails on any other difference, and on a line here that is no longer true.
 */

/** Fields for service providers, instalments, coupons and real-name payment: Renhe uses none. */
const UNUSED = {
  prepay: ["prepay.payer.identity: missing here", "prepay.subsidy_info: missing here"],
  refund: ["refund.sub_mchid: missing here"],
  refundAnswer: [
    "refundAnswer.amount.from: missing here",
    "refundAnswer.amount.refund_fee: missing here",
    "refundAnswer.promotion_detail: missing here",
  ],
  bill: [
    "bill.bill_type: lacks the values RECHARGE_REFUND ALL_SPECIAL SUC_SPECIAL REF_SPECIAL",
    "bill.sub_mchid: missing here",
  ],
};

/**
 * The description builds the query's answer from the order's request, but WeChat does not repeat
 * what was ordered; Tencent's own SDK has none of these in its Transaction either. Its answer always
 * carries the state, which the description leaves optional.
 */
const ANSWER_IS_NO_REQUEST = (name: string) => [
  `${name}.trade_state: required true, WeChat says the opposite`,
  `${name}.trade_state_desc: required true, WeChat says the opposite`,
  ...[
    "description",
    "time_expire",
    "notify_url",
    "goods_tag",
    "limit_pay",
    "support_fapiao",
    "detail",
    "scene_info",
  ].map((field) => `${name}.${field}: missing here`),
];

/** The description forgets these for the query by id; both queries answer the same. */
const FORGOTTEN_BY_ID = [
  "transactionById.payer: not in WeChat's description",
  "transactionById.amount.payer_total: not in WeChat's description",
  "transactionById.amount.payer_currency: not in WeChat's description",
];

/** The description says number; fen are whole, and WeChat's own page says int. */
const WHOLE_FEN = (name: string) => `${name}.transfer_amount: type integer, WeChat has number`;

export const KNOWN_DIFFERENCES: Record<string, string[]> = {
  // WeChat's page for JSAPI orders calls payer_client_ip required inside scene_info.
  prepay: [
    ...UNUSED.prepay,
    "prepay.scene_info.payer_client_ip: required true, WeChat says the opposite",
  ],
  prepayAnswer: [],
  transaction: [
    ...ANSWER_IS_NO_REQUEST("transaction"),
    "transaction.installment_info: missing here",
  ],
  transactionById: [...ANSWER_IS_NO_REQUEST("transactionById"), ...FORGOTTEN_BY_ID],
  transactionQuery: [],
  close: [],
  refund: UNUSED.refund,
  refundAnswer: UNUSED.refundAnswer,
  refundQueryAnswer: UNUSED.refundAnswer.map((line) =>
    line.replace("refundAnswer", "refundQueryAnswer"),
  ),
  bill: UNUSED.bill,
  billAnswer: [],
  fundBill: ["fundBill.sub_mchid: missing here"],
  fundBillAnswer: [],
  transfer: [WHOLE_FEN("transfer")],
  transferAnswer: [],
  transferQueryAnswer: [WHOLE_FEN("transferQueryAnswer")],
  transferByIdAnswer: [WHOLE_FEN("transferByIdAnswer")],
  cancelTransferAnswer: [],
};
