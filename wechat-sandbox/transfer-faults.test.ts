import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { faultSchema } from "./schemas/fault";
import { startTestPayer } from "./test-payer";

let payer: Awaited<ReturnType<typeof startTestPayer>>;
beforeEach(async () => {
  payer = await startTestPayer();
});
afterEach(() => payer.close());

describe("faults of transfers", () => {
  test.each(["PAYEE_ACCOUNT_ABNORMAL", "TRANSFER_RISK", "DAY_RECEIVED_QUOTA_EXCEED"])(
    "a confirmed transfer can end in FAIL with %s and gives the money back",
    async (kind) => {
      await payer.fault({ endpoint: "transfer_settlement", kind });
      await payer.transfer({ out_bill_no: "BAD" });
      await payer.confirm("BAD");
      await payer.pass(1000);
      expect((await payer.query("BAD")).body).toMatchObject({ state: "FAIL", fail_reason: kind });
      expect((await payer.balance()).entries.map(({ amount }) => amount)).toEqual([
        -12_345, 12_345,
      ]);
    },
  );

  test("or with a reason that nobody has heard of", async () => {
    await payer.fault({ endpoint: "transfer_settlement", kind: "FAIL", code: "BRAND_NEW" });
    await payer.transfer({ out_bill_no: "BAD" });
    await payer.confirm("BAD");
    await payer.pass(1000);
    expect((await payer.query("BAD")).body.fail_reason).toBe("BRAND_NEW");
  });

  test("it can fail before anybody confirms, without moving money", async () => {
    await payer.fault({ endpoint: "transfer_start", kind: "TRANSFER_QUOTA_EXCEED" });
    const { body } = await payer.transfer();
    expect(body).toMatchObject({ state: "FAIL", fail_reason: "TRANSFER_QUOTA_EXCEED" });
    expect((await payer.balance()).entries).toHaveLength(0);
  });

  test("it can be PROCESSING for a while and then wait for its payee by itself", async () => {
    await payer.fault({ endpoint: "transfer_start", kind: "PROCESSING", delayMs: 60_000 });
    const body = payer.order({ out_bill_no: "SLOW" });
    expect((await payer.send(body)).body.state).toBe("PROCESSING");
    expect((await payer.send(body)).body.state).toBe("PROCESSING");
    await payer.pass(60_000);
    expect((await payer.query("SLOW")).body.state).toBe("WAIT_USER_CONFIRM");
  });

  test("a lost answer: the transfer exists and the same request finds it", async () => {
    await payer.fault({ endpoint: "transfer", kind: "reset_after" });
    const body = payer.order({ out_bill_no: "LOST" });
    await expect(payer.send(body)).rejects.toThrow();
    expect((await payer.query("LOST")).body.state).toBe("WAIT_USER_CONFIRM");
    expect((await payer.send(body)).body.package_info).toBeDefined();
    expect((await payer.balance()).entries).toHaveLength(1);
  });

  test("a notification that is not received comes again after 15 seconds, scaled", async () => {
    await payer.fault({ endpoint: "transfer_notification", kind: "drop" });
    await payer.transfer({ out_bill_no: "DEAF" });
    await payer.confirm("DEAF");
    await payer.pass(2);
    expect(payer.received).toHaveLength(0);
    await payer.pass(15);
    expect(payer.received).toHaveLength(1);
  });

  test("truncated_body promises more than it sends, of a transfer that exists", async () => {
    await payer.fault({ endpoint: "transfer", kind: "truncated_body" });
    await expect(payer.transfer({ out_bill_no: "HALF" })).rejects.toThrow();
    expect((await payer.query("HALF")).status).toBe(200);
  });

  test("latency is waited for; thirty seconds where nobody says otherwise", async () => {
    await payer.fault({ endpoint: "transfer", kind: "latency", delayMs: 120 });
    const start = performance.now();
    expect((await payer.transfer()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(110);
    const plain = faultSchema.parse({ endpoint: "transfer", kind: "latency" });
    expect(plain.delayMs).toBe(30_000);
  });

  test.each([
    ["transfer", () => payer.transfer()],
    ["query_transfer", () => payer.query("KNOWN")],
    ["query_transfer", () => payer.queryById("KNOWN")],
    ["cancel_transfer", () => payer.cancel("KNOWN")],
  ])(
    "%s can answer with a code that nobody has heard of, and does nothing",
    async (endpoint, act) => {
      await payer.transfer({ out_bill_no: "KNOWN" });
      await payer.fault({ endpoint, kind: "error_code", status: 403, code: "BRAND_NEW" });
      expect(await act()).toMatchObject({ status: 403, body: { code: "BRAND_NEW" } });
      expect((await payer.query("KNOWN")).body.state).toBe("WAIT_USER_CONFIRM");
      expect((await payer.balance()).entries).toHaveLength(1);
    },
  );

  test("a confirmed transfer can be under way for as long as told, then arrives", async () => {
    await payer.fault({ endpoint: "transfer_settlement", kind: "TRANSFERING", delayMs: 60_000 });
    await payer.transfer({ out_bill_no: "LONG" });
    await payer.confirm("LONG");
    await payer.pass(59_999);
    expect((await payer.query("LONG")).body.state).toBe("TRANSFERING");
    await payer.pass(1);
    expect((await payer.query("LONG")).body.state).toBe("SUCCESS");
  });
});
