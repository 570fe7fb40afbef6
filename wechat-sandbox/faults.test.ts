import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyRsaSha256 } from "./crypto/rsa-signature";
import { startTestShop } from "./test-shop";

let shop: Awaited<ReturnType<typeof startTestShop>>;
beforeEach(async () => {
  shop = await startTestShop();
});
afterEach(() => shop.close());

describe("answers", () => {
  test("server_error and error_code answer as told and leave nothing behind", async () => {
    await shop.fault({ endpoint: "prepay", kind: "server_error", status: 502 });
    await shop.fault({ endpoint: "prepay", kind: "error_code", status: 403, code: "BRAND_NEW" });
    expect((await shop.prepay()).status).toBe(502);
    expect((await fetch(`${shop.url}/sandbox/transactions`).then((r) => r.json())) as []).toEqual(
      [],
    );
    expect((await shop.prepay()).status).toBe(200);
  });

  test("reset_after works on the request and loses the answer", async () => {
    await shop.fault({ endpoint: "prepay", kind: "reset_after" });
    await expect(shop.prepay()).rejects.toThrow();
    const orders = (await (await fetch(`${shop.url}/sandbox/transactions`)).json()) as object[];
    expect(orders).toHaveLength(1);
  });

  test("reset_before loses the request", async () => {
    await shop.fault({ endpoint: "prepay", kind: "reset_before" });
    await expect(shop.prepay()).rejects.toThrow();
    expect(await (await fetch(`${shop.url}/sandbox/transactions`)).json()).toEqual([]);
  });

  test("truncated_body promises more than it sends", async () => {
    await shop.fault({ endpoint: "prepay", kind: "truncated_body" });
    await expect(shop.prepay().then((response) => response.text())).rejects.toThrow();
  });

  test.each(["corrupt_body", "corrupt_signature", "signature_probe"])(
    "%s: the answer's signature does not verify",
    async (kind) => {
      await shop.fault({ endpoint: "prepay", kind });
      const response = await shop.prepay();
      const body = Buffer.from(await response.arrayBuffer());
      const header = (name: string) => response.headers.get(`Wechatpay-${name}`) ?? "";
      const head = Buffer.from(`${header("Timestamp")}\n${header("Nonce")}\n`);
      const message = Buffer.concat([head, body, Buffer.from("\n")]);
      const valid = verifyRsaSha256(
        message,
        header("Signature"),
        shop.account.wechatpayPublicKeyPem,
      );
      expect(valid).toBe(false);
    },
  );

  test("latency delays and timeout never answers", async () => {
    await shop.fault({ endpoint: "certificates", kind: "latency", delayMs: 120 });
    const start = performance.now();
    await fetch(`${shop.url}/v3/certificates`);
    expect(performance.now() - start).toBeGreaterThan(110);
    await shop.fault({ endpoint: "certificates", kind: "timeout" });
    const signal = AbortSignal.timeout(200);
    await expect(fetch(`${shop.url}/v3/certificates`, { signal })).rejects.toThrow();
  });
});

describe("the plan", () => {
  test("counts down, scopes by endpoint, and can be cleared", async () => {
    await shop.fault({ endpoint: "prepay", kind: "server_error", times: 2 });
    await shop.fault({ endpoint: "refund", kind: "server_error" });
    expect([
      (await shop.prepay()).status,
      (await shop.prepay()).status,
      (await shop.prepay()).status,
    ]).toEqual([500, 500, 200]);
    const left = await (await fetch(`${shop.url}/sandbox/faults`)).json();
    expect(left).toMatchObject([{ endpoint: "refund", times: 1 }]);
    await fetch(`${shop.url}/sandbox/faults`, { method: "DELETE" });
    expect(await (await fetch(`${shop.url}/sandbox/faults`)).json()).toEqual([]);
  });

  test("the same seed draws the same faults", async () => {
    const draw = async () => {
      await fetch(`${shop.url}/sandbox/faults`, { method: "DELETE", body: '{"seed":"7"}' });
      await shop.fault({ endpoint: "prepay", kind: "server_error", times: 1000, probability: 0.5 });
      const statuses: number[] = [];
      for (let count = 0; count < 12; count += 1) statuses.push((await shop.prepay()).status);
      return statuses;
    };
    const first = await draw();
    expect(await draw()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 500]));
  });

  test.each([
    { endpoint: "prepay", kind: "explode" },
    { kind: "drop" },
    { endpoint: "x", kind: "drop", times: 0 },
  ])("an unknown fault is refused: %o", async (body) => {
    expect((await shop.fault(body)).status).toBe(400);
  });

  test("the control API answers loopback hosts only", async () => {
    const { port } = new URL(shop.url);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      const headers = { Host: "sandbox.example.com" };
      request({ port, host: "127.0.0.1", path: "/sandbox/users", headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(421);
  });
});
