import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openidFor } from "./openid";
import { startTestPayer } from "./test-payer";

let payer: Awaited<ReturnType<typeof startTestPayer>>;
beforeEach(async () => {
  payer = await startTestPayer();
});
afterEach(() => payer.close());

async function pay(outTradeNo: string, totalFen: number): Promise<void> {
  const { appId, mchId } = payer.account;
  const { body } = await payer.call("POST", "/v3/pay/transactions/jsapi", {
    appid: appId,
    mchid: mchId,
    description: "礼盒,十只装",
    out_trade_no: outTradeNo,
    notify_url: "http://localhost:9/notify",
    amount: { total: totalFen },
    payer: { openid: openidFor(appId, "mei") },
  });
  await payer.post("/sandbox/pay", { prepay_id: body.prepay_id, user: "mei" });
}

function refund(outTradeNo: string, outRefundNo: string, refundFen: number, totalFen: number) {
  return payer.call("POST", "/v3/refund/domestic/refunds", {
    out_trade_no: outTradeNo,
    out_refund_no: outRefundNo,
    amount: { refund: refundFen, total: totalFen, currency: "CNY" },
  });
}

/** Downloads the bill of yesterday, checks its hash, and cuts it into lines of cells. */
async function fetchBill(target: string) {
  const { body, status } = await payer.call("GET", target);
  if (status !== 200) return { code: body.code, hashFits: false, text: "", lines: [] };
  const { pathname, search } = new URL(`${body.download_url}`);
  const { callPay } = await import("./test-merchant");
  const nowSeconds = Math.floor(payer.clock.nowMs / 1000);
  const response = await callPay(payer.running.url, payer.account, {
    method: "GET",
    target: `${pathname}${search}`,
    nowSeconds,
  });
  const file = gunzipSync(Buffer.from(await response.arrayBuffer()));
  const text = file.toString("utf8");
  return {
    code: "",
    hashFits: createHash("sha1").update(file).digest("hex") === body.hash_value,
    text,
    lines: text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.replaceAll("`", "").split(",")),
  };
}

const DATE = "bill_date=2026-11-21&tar_type=GZIP";
const tradeBill = () => fetchBill(`/v3/bill/tradebill?${DATE}`);
const fundBill = () => fetchBill(`/v3/bill/fundflowbill?${DATE}&account_type=OPERATION`);
const untilNextDay = () => payer.pass(24 * 3_600_000);

function column(lines: string[][], name: string): string[] {
  const index = lines[0]?.indexOf(name) ?? -1;
  return lines.slice(1, -2).map((cells) => cells[index] ?? "");
}

describe("the trade bill", () => {
  beforeEach(async () => {
    await pay("ORDER1", 9_900);
    await pay("ORDER2", 19_800);
    await refund("ORDER1", "RF1", 5_000, 9_900);
    await refund("ORDER1", "RF2", 4_900, 9_900);
    await untilNextDay();
  });

  test("has fees in whole fen, given back in proportion, and sums that add up", async () => {
    const { lines, hashFits } = await tradeBill();
    expect(hashFits).toBe(true);
    expect(column(lines, "手续费")).toEqual(["0.59000", "1.19000", "-0.30000", "-0.29000"]);
    expect(column(lines, "费率")).toEqual(Array(4).fill("0.60%"));
    expect(column(lines, "订单金额")).toEqual(["99.00", "198.00", "0.00", "0.00"]);
    expect(column(lines, "申请退款金额")).toEqual(["0.00", "0.00", "50.00", "49.00"]);
    expect(lines.at(-1)).toEqual(["4", "297.00", "99.00", "0.00", "1.19000", "297.00", "99.00"]);
  });

  test.each([
    ["bom", /^\uFEFF交易时间/],
    ["no_back_ticks", /^[^`]*$/],
    ["missing_tail", /RF2[^\r]*\r\n$/],
    ["wrong_total", /`5,`297\.00/],
    ["other_day", /`2026-11-20 10:00:00/],
    ["extra_line", /`NOBODYKNOWSTHIS1,[\s\S]*`5,`396\.00/],
    ["changed_amount", /`99\.01[\s\S]*`4,`297\.01/],
  ])("with %s it is wrong in that way, its hash is not", async (kind, pattern) => {
    await payer.fault({ endpoint: "tradebill_file", kind });
    const spoilt = await tradeBill();
    expect(spoilt.text).toMatch(pattern);
    expect(spoilt.hashFits).toBe(true);
    expect((await tradeBill()).text).not.toMatch(pattern);
  });

  test("with missing_line the first payment is gone and the sums follow", async () => {
    await payer.fault({ endpoint: "tradebill_file", kind: "missing_line" });
    const { lines } = await tradeBill();
    expect(column(lines, "商户订单号")).toEqual(["ORDER2", "ORDER1", "ORDER1"]);
    expect(lines.at(-1)?.slice(0, 2)).toEqual(["3", "198.00"]);
  });

  test.each([
    ["not_ready", "STATEMENT_CREATING"],
    ["no_statement", "NO_STATEMENT_EXIST"],
  ])("with %s WeChat says %s", async (kind, code) => {
    await payer.fault({ endpoint: "tradebill_file", kind });
    expect((await tradeBill()).code).toBe(code);
  });

  test("with hash_mismatch the file is not the one that was signed for", async () => {
    await payer.fault({ endpoint: "tradebill_file", kind: "hash_mismatch" });
    expect((await tradeBill()).hashFits).toBe(false);
  });
});

describe("the bill of the operating account", () => {
  beforeEach(async () => {
    await payer.transfer({ out_bill_no: "PAID" });
    await payer.confirm("PAID");
    await payer.transfer({ out_bill_no: "BACK", transfer_amount: 5 });
    await payer.cancel("BACK");
    await payer.pass(1000);
    await untilNextDay();
  });

  test("has every movement with the merchant's number, and sums of both directions", async () => {
    const { lines, hashFits } = await fundBill();
    expect(hashFits).toBe(true);
    expect(column(lines, "业务凭证号")).toEqual(["PAID", "BACK", "BACK"]);
    expect(column(lines, "业务名称")).toEqual(["商家转账", "商家转账", "商家转账退回"]);
    expect(column(lines, "收支类型")).toEqual(["支出", "支出", "收入"]);
    expect(column(lines, "收支金额(元)")).toEqual(["123.45", "0.05", "0.05"]);
    expect(column(lines, "账户结余(元)")).toEqual(["9999876.55", "9999876.50", "9999876.55"]);
    expect(lines.at(-1)).toEqual(["3", "1", "0.05", "2", "123.50"]);
  });

  test.each([
    ["missing_line", ["BACK", "BACK"]],
    ["extra_line", ["PAID", "BACK", "BACK", "NOBODYKNOWSTHIS1"]],
  ])("with %s other rows stand in it", async (kind, numbers) => {
    await payer.fault({ endpoint: "fundflowbill_file", kind });
    const { lines } = await fundBill();
    expect(column(lines, "业务凭证号")).toEqual(numbers);
    expect(lines.at(-1)?.[0]).toBe(String(numbers.length));
  });

  test("other accounts have no bill, nor has a day without movements", async () => {
    expect((await fetchBill(`/v3/bill/fundflowbill?${DATE}`)).code).toBe("NO_STATEMENT_EXIST");
    await untilNextDay();
    const next = "/v3/bill/fundflowbill?bill_date=2026-11-22&account_type=OPERATION";
    expect((await fetchBill(next)).code).toBe("NO_STATEMENT_EXIST");
  });
});
