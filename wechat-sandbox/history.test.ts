import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordHistory } from "./history/record-history";
import { saveMemory } from "./history/save-memory";
import { openidFor } from "./openid";
import { openStore } from "./store/open-store";
import { findOrder, listOrdersPaidBetween } from "./store/orders";
import { startTestPayer } from "./test-payer";

let payer: Awaited<ReturnType<typeof startTestPayer>>;
beforeEach(async () => {
  payer = await startTestPayer();
});
afterEach(() => payer.close());

const paidAt = Date.parse("2026-11-20T09:00:00+08:00");

function payment(outTradeNo: string, changes: Record<string, unknown> = {}) {
  return {
    mch_id: payer.account.mchId,
    out_trade_no: outTradeNo,
    transaction_id: `4200${outTradeNo.padStart(24, "0")}`,
    openid: openidFor(payer.account.appId, "somebody"),
    total: 1000,
    paid_at: paidAt,
    description: "粽子",
    ...changes,
  };
}

function transfer(outBillNo: string, changes: Record<string, unknown> = {}) {
  return {
    mch_id: payer.account.mchId,
    out_bill_no: outBillNo,
    transfer_bill_no: outBillNo.padStart(40, "1"),
    openid: openidFor(payer.account.appId, "mei"),
    amount: 500,
    created_at: paidAt,
    updated_at: paidAt + 1000,
    ...changes,
  };
}

function refund(outRefundNo: string, outTradeNo: string) {
  const [created_at, settled_at] = [paidAt + 1, paidAt + 2];
  const numbers = { out_refund_no: outRefundNo, refund_id: `503${outRefundNo}` };
  const order = { mch_id: payer.account.mchId, out_trade_no: outTradeNo };
  return { ...order, ...numbers, refund: 400, created_at, settled_at };
}

const record = (body: unknown) => payer.post("/sandbox/history", body);

describe("history that WeChat did not make itself", () => {
  test("can be queried, refunded up to what is left, and stands in the day's bill", async () => {
    const made = await record({ payments: [payment("OLD001")], refunds: [refund("R1", "OLD001")] });
    expect(await made.json()).toMatchObject({ payments: 1, refunds: 1, transfers: 0 });
    const { mchId } = payer.account;
    const path = `/v3/pay/transactions/out-trade-no/OLD001?mchid=${mchId}`;
    expect((await payer.call("GET", path)).body).toMatchObject({ trade_state: "REFUND" });
    const ask = (out_refund_no: string, fen: number) =>
      payer.call("POST", "/v3/refund/domestic/refunds", {
        out_trade_no: "OLD001",
        out_refund_no,
        amount: { refund: fen, total: 1000, currency: "CNY" },
      });
    expect((await ask("R2", 601)).body.code).toBe("INVALID_REQUEST");
    expect((await ask("R3", 600)).status).toBe(200);
    const bill = await payer.call("GET", "/v3/bill/tradebill?bill_date=2026-11-20");
    expect(bill.status).toBe(200);
  });

  test("transfers move the operating account, those that failed there and back", async () => {
    const before = (await payer.balance()).balance;
    await record({
      transfers: [transfer("T1"), transfer("T2", { state: "FAIL", fail_reason: "OVERDUE_CLOSE" })],
    });
    expect((await payer.query("T1")).body.state).toBe("SUCCESS");
    expect((await payer.query("T2")).body.fail_reason).toBe("OVERDUE_CLOSE");
    expect((await payer.balance()).balance).toBe(before - 500);
  });

  test("said twice changes nothing", async () => {
    const all = {
      payments: [payment("OLD001")],
      refunds: [refund("R1", "OLD001")],
      transfers: [transfer("T1")],
    };
    await record(all);
    const again = await record(all);
    expect(await again.json()).toMatchObject({ payments: 0, refunds: 0, transfers: 0 });
    expect((await payer.balance()).entries).toHaveLength(1);
  });

  test.each([
    ["an unknown merchant", () => ({ payments: [payment("OLD001", { mch_id: "1700000000" })] })],
    ["a refund of nothing", () => ({ refunds: [refund("R1", "NOSUCH")] })],
  ])("%s is refused and leaves nothing of the rest", async (_name, body) => {
    const response = await record({ payments: [payment("OLD002")], ...body() });
    expect(response.status).toBe(409);
    expect(findOrder(payer.running.sandbox.db, payer.account.mchId, "OLD002")).toBeNull();
  });
});

test("a memory without a disk can be laid where the next sandbox starts, for nobody else to read", () => {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  const { sandbox } = payer.running;
  for (const name of ["OLD001", "OLD002"]) {
    recordHistory(sandbox, { payments: [payment(name)] });
    saveMemory(sandbox.db, folder);
  }
  const store = openStore(folder);
  const { mchId } = payer.account;
  expect(listOrdersPaidBetween(store, mchId, paidAt, paidAt + 1)).toHaveLength(2);
  store.close();
  expect(statSync(join(folder, "sandbox.db")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
