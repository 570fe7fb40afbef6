import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { compareContract } from "./compare-contract";
import { KNOWN_DIFFERENCES } from "./contract-differences";
import { billAnswerSchema, billQuerySchema, fundBillQuerySchema } from "./schemas/bill";
import { prepayAnswerSchema, prepayRequestSchema } from "./schemas/prepay";
import { refundAnswerSchema, refundRequestSchema } from "./schemas/refund";
import {
  closeRequestSchema,
  transactionAnswerSchema,
  transactionQuerySchema,
} from "./schemas/transaction";
import {
  cancelTransferAnswerSchema,
  transferAnswerSchema,
  transferQueryAnswerSchema,
  transferRequestSchema,
} from "./schemas/transfer";
import { PaySpec, type SpecSchema } from "./spec-schema";

const named: unknown = Reflect.get(import.meta.env, "WECHATPAY_SPEC");
const folder =
  typeof named === "string"
    ? pathToFileURL(`${named}/`)
    : new URL("../../shared/spec/wechatpay/", import.meta.url);
const spec = new PaySpec(folder, (text) => parse(text));
const isAtHand = spec.exists();
process.stdout.write(
  isAtHand
    ? "Contract: schemas are compared with WeChat Pay's machine-readable description.\n"
    : "Contract: WeChat Pay's machine-readable description is not at hand (WECHATPAY_SPEC may name its folder); own examples only.\n",
);

const orders = "v3/pay/transactions";
const byNumber = `${orders}/out-trade-no/{out_trade_no}.yaml`;
const refunds = "v3/refund/domestic/refunds";
const transfers = "v3/fund-app/mch-transfer/transfer-bills";

/** Name, the sandbox's schema, WeChat's, and an example that holds where there is no WeChat's. */
const CONTRACTS: [string, z.ZodType, () => SpecSchema, unknown][] = [
  [
    "prepay",
    prepayRequestSchema,
    () => spec.requestBody(`${orders}/jsapi.yaml`),
    {
      appid: "wx0011223344556677",
      mchid: "1700000001",
      description: "鲜肉粽",
      out_trade_no: "RH20261121000001",
      notify_url: "https://mall.example.cn/notify",
      amount: { total: 8800, currency: "CNY" },
      payer: { openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" },
    },
  ],
  [
    "prepayAnswer",
    prepayAnswerSchema,
    () => spec.answer(`${orders}/jsapi.yaml`, "post"),
    { prepay_id: "wx20261121ab12cd34ef" },
  ],
  [
    "transaction",
    transactionAnswerSchema,
    () => spec.answer(byNumber, "get"),
    {
      appid: "wx0011223344556677",
      mchid: "1700000001",
      out_trade_no: "RH20261121000001",
      trade_state: "NOTPAY",
      trade_state_desc: "订单未支付",
      amount: { total: 8800, payer_total: 0, currency: "CNY" },
    },
  ],
  [
    "transactionById",
    transactionAnswerSchema,
    () => spec.answer(`${orders}/id/{transaction_id}.yaml`, "get"),
    {
      appid: "wx0011223344556677",
      mchid: "1700000001",
      out_trade_no: "RH20261121000001",
      transaction_id: "4200001234202611219876543210",
      trade_type: "JSAPI",
      trade_state: "SUCCESS",
      trade_state_desc: "支付成功",
      success_time: "2026-11-21T18:00:00+08:00",
      payer: { openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" },
      amount: { total: 8800, payer_total: 8800 },
    },
  ],
  ["transactionQuery", transactionQuerySchema, () => spec.query(byNumber), { mchid: "1700000001" }],
  [
    "close",
    closeRequestSchema,
    () => spec.requestBody(`${orders}/out-trade-no/{out_trade_no}/close.yaml`),
    { mchid: "1700000001" },
  ],
  [
    "refund",
    refundRequestSchema,
    () => spec.requestBody(`${refunds}.yaml`),
    {
      out_trade_no: "RH20261121000001",
      out_refund_no: "RF1",
      amount: { refund: 100, total: 8800, currency: "CNY" },
    },
  ],
  [
    "refundAnswer",
    refundAnswerSchema,
    () => spec.answer(`${refunds}.yaml`, "post"),
    refundExample(),
  ],
  [
    "refundQueryAnswer",
    refundAnswerSchema,
    () => spec.answer(`${refunds}/{out_refund_no}.yaml`, "get"),
    refundExample(),
  ],
  [
    "bill",
    billQuerySchema,
    () => spec.query("v3/bill/tradebill.yaml"),
    { bill_date: "2026-11-20" },
  ],
  [
    "billAnswer",
    billAnswerSchema,
    () => spec.answer("v3/bill/tradebill.yaml", "get"),
    {
      hash_type: "SHA1",
      hash_value: "79bb0f45fc4c42234a918000b2668d689e2bde04",
      download_url: "https://api.mch.weixin.qq.com/v3/billdownload/file?token=x",
    },
  ],
  [
    "fundBill",
    fundBillQuerySchema,
    () => spec.query("v3/bill/fundflowbill.yaml"),
    { bill_date: "2026-11-20", account_type: "OPERATION" },
  ],
  [
    "fundBillAnswer",
    billAnswerSchema,
    () => spec.answer("v3/bill/fundflowbill.yaml", "get"),
    {
      hash_type: "SHA1",
      hash_value: "79bb0f45fc4c42234a918000b2668d689e2bde04",
      download_url: "https://api.mch.weixin.qq.com/v3/billdownload/file?token=x",
    },
  ],
  [
    "transfer",
    transferRequestSchema,
    () => spec.requestBody(`${transfers}.yaml`),
    {
      appid: "wx0011223344556677",
      out_bill_no: "RHT2026112100000001",
      transfer_scene_id: "1005",
      openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
      transfer_amount: 8800,
      transfer_remark: "佣金提现",
      transfer_scene_report_infos: [
        { info_type: "岗位类型", info_content: "推广员" },
        { info_type: "报酬说明", info_content: "推广佣金" },
      ],
    },
  ],
  [
    "transferAnswer",
    transferAnswerSchema,
    () => spec.answer(`${transfers}.yaml`, "post"),
    { ...transferExample(), state: "WAIT_USER_CONFIRM", package_info: "affffddafdfafddffda==" },
  ],
  [
    "transferQueryAnswer",
    transferQueryAnswerSchema,
    () => spec.answer(`${transfers}/out-bill-no/{out_bill_no}.yaml`, "get"),
    transferQueryExample(),
  ],
  [
    "transferByIdAnswer",
    transferQueryAnswerSchema,
    () => spec.answer(`${transfers}/transfer-bill-no/{transfer_bill_no}.yaml`, "get"),
    transferQueryExample(),
  ],
  [
    "cancelTransferAnswer",
    cancelTransferAnswerSchema,
    () => spec.answer(`${transfers}/out-bill-no/{out_bill_no}/cancel.yaml`, "post"),
    {
      out_bill_no: "RHT2026112100000001",
      transfer_bill_no: "1330000071100999991182020050700019480001",
      state: "CANCELING",
      update_time: "2026-11-21T18:00:00+08:00",
    },
  ],
];

function transferExample() {
  return {
    out_bill_no: "RHT2026112100000001",
    transfer_bill_no: "1330000071100999991182020050700019480001",
    create_time: "2026-11-21T18:00:00+08:00",
  };
}

function transferQueryExample() {
  return {
    ...transferExample(),
    mch_id: "1700000001",
    appid: "wx0011223344556677",
    state: "SUCCESS",
    transfer_amount: 8800,
    transfer_remark: "佣金提现",
    update_time: "2026-11-21T18:00:02+08:00",
  };
}

function refundExample() {
  return {
    refund_id: "50300000002026112100000000001",
    out_refund_no: "RF1",
    transaction_id: "4200001234202611219876543210",
    out_trade_no: "RH20261121000001",
    channel: "ORIGINAL",
    user_received_account: "支付用户零钱",
    create_time: "2026-11-21T18:00:00+08:00",
    status: "PROCESSING",
    amount: {
      total: 8800,
      refund: 100,
      payer_total: 8800,
      payer_refund: 100,
      settlement_refund: 100,
      settlement_total: 8800,
      discount_refund: 0,
      currency: "CNY",
    },
  };
}

describe("contract with WeChat Pay", () => {
  test.each(CONTRACTS)("%s agrees with WeChat's description", (name, own, described, example) => {
    expect(own.safeParse(example).error?.issues).toBeUndefined();
    if (!isAtHand) return;
    const differences = compareContract(name, described(), own);
    expect(differences.sort()).toEqual([...(KNOWN_DIFFERENCES[name] ?? [])].sort());
  });

  const text = (values: string[] | null = null): SpecSchema => ({
    type: "string",
    required: new Set(),
    properties: new Map(),
    items: null,
    enum: values && new Set(values),
  });
  const described: SpecSchema = {
    ...text(),
    type: "object",
    required: new Set(["state"]),
    properties: new Map([["state", text(["A", "B"])]]),
  };

  test.each([
    ["nothing where there is none", z.object({ state: z.enum(["A", "B"]) }), []],
    ["a missing field", z.object({}), ["x.state: missing here"]],
    ["a missing value", z.object({ state: z.enum(["A"]) }), ["x.state: lacks the values B"]],
    [
      "an unknown value",
      z.object({ state: z.enum(["A", "B", "C"]) }),
      ["x.state: has unknown values C"],
    ],
    [
      "a field that should be required",
      z.object({ state: z.enum(["A", "B"]).optional() }),
      ["x.state: required false, WeChat says the opposite"],
    ],
    [
      "an invented field",
      z.object({ state: z.enum(["A", "B"]), price: z.int().optional() }),
      ["x.price: not in WeChat's description"],
    ],
  ])("the comparison finds %s", (_name, own, findings) => {
    expect(compareContract("x", described, own)).toEqual(findings);
  });

  test("the comparison finds another type", () => {
    const own = z.object({ state: z.int() });
    expect(compareContract("x", described, own)[0]).toBe(
      "x.state: type integer, WeChat has string",
    );
  });
});
