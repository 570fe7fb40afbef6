import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestShop } from "./test-shop";

let shop: Awaited<ReturnType<typeof startTestShop>>;
beforeEach(async () => {
  shop = await startTestShop();
});
afterEach(() => shop.close());

describe("retries", () => {
  test("come after 15 s, 15 s, 30 s under the same id until one is answered with 200", async () => {
    shop.answers.push(500, 302, 404);
    await shop.pay();
    for (const waitMs of [15_000, 15_000, 30_000]) {
      const before = shop.received.length;
      await shop.pass(waitMs - 1);
      expect(shop.received).toHaveLength(before);
      await shop.pass(1);
      expect(shop.received).toHaveLength(before + 1);
    }
    const [row] = await shop.notifications();
    expect(row?.state).toBe("delivered");
    expect(row?.tries.map((attempt) => attempt.status)).toEqual([500, 302, 404, 200]);
    expect(new Set([0, 1, 2, 3].map((index) => shop.check(index).id)).size).toBe(1);
  });

  test("end after the sixteenth attempt", async () => {
    shop.answers.push(...Array.from({ length: 20 }, () => 500));
    await shop.pay();
    for (let count = 0; count < 16; count += 1) {
      await shop.pass(6 * 3_600_000);
    }
    const [row] = await shop.notifications();
    expect([row?.state, row?.attempts]).toEqual(["given_up", 16]);
    expect(shop.received).toHaveLength(16);
  });

  test("an answer that takes too long counts as none", async () => {
    shop.answers.push("never");
    await shop.pay();
    expect((await shop.notifications())[0]?.tries[0]).toMatchObject({
      status: null,
      outcome: "timeout",
    });
  });

  test("a delivered notification is sent again on request", async () => {
    await shop.pay();
    const [row] = await shop.notifications();
    expect((await shop.post("/sandbox/resend", { id: row?.id })).status).toBe(200);
    await shop.pass(0);
    expect(shop.received).toHaveLength(2);
  });
});

describe("notifications", () => {
  test("duplicate: the same notification arrives as often as told", async () => {
    await shop.fault({ endpoint: "payment_notification", kind: "duplicate", copies: 3 });
    await shop.pay();
    expect(shop.received).toHaveLength(4);
    expect(new Set([0, 1, 2, 3].map((index) => shop.check(index).id)).size).toBe(1);
  });

  test("drop: the first attempt never arrives, the retry does", async () => {
    await shop.fault({ endpoint: "payment_notification", kind: "drop" });
    await shop.pay();
    expect(shop.received).toHaveLength(0);
    await shop.pass(15_000);
    expect(shop.received).toHaveLength(1);
  });

  test("delay: nothing arrives before its time", async () => {
    await shop.fault({ endpoint: "notification", kind: "delay", delayMs: 5000 });
    await shop.pay();
    expect(shop.received).toHaveLength(0);
    await shop.pass(5000);
    expect(shop.received).toHaveLength(1);
  });

  test("reorder: the second payment's notification arrives before the first's", async () => {
    await shop.fault({ endpoint: "payment_notification", kind: "reorder" });
    await shop.pay();
    expect(shop.received).toHaveLength(0);
    await shop.pay();
    await shop.pass(0);
    expect(shop.received).toHaveLength(2);
    const newestFirst = (await shop.notifications()).map((row) => row.id);
    expect([0, 1].map((index) => shop.check(index).id).sort()).toEqual(newestFirst.sort());
    expect(shop.check(1).id).not.toBe(shop.check(0).id);
  });

  test.each([
    ["corrupt_body", { signature: false, decrypts: true }],
    ["corrupt_signature", { signature: false, decrypts: true }],
    ["corrupt_ciphertext", { signature: true, decrypts: false }],
  ])("%s: only the check that it is meant for notices", async (kind, expected) => {
    await shop.fault({ endpoint: "payment_notification", kind });
    shop.answers.push(401);
    await shop.pay();
    expect(shop.check(0)).toMatchObject(expected);
    await shop.pass(15_000);
    expect(shop.check(1)).toMatchObject({ signature: true, decrypts: true });
  });

  test("stale_timestamp: rightly signed, an hour old", async () => {
    await shop.fault({ endpoint: "payment_notification", kind: "stale_timestamp" });
    await shop.pay();
    expect(shop.check(0).signature).toBe(true);
    const timestamp = Number(shop.received[0]?.headers["wechatpay-timestamp"]);
    expect(timestamp).toBe(Math.floor(shop.clock.nowMs / 1000) - 3600);
  });

  test("signature_probe: a wrong SIGNTEST signature comes besides the real notification", async () => {
    await shop.fault({ endpoint: "payment_notification", kind: "signature_probe" });
    await shop.pay();
    const signatures = shop.received.map(({ headers }) => `${headers["wechatpay-signature"]}`);
    expect(signatures.filter((text) => text.startsWith("WECHATPAY/SIGNTEST/"))).toHaveLength(1);
    expect([0, 1].filter((index) => shop.check(index).signature)).toHaveLength(1);
  });

  test("reset_after: the shop worked on it, the answer is lost, the retry comes", async () => {
    await shop.fault({ endpoint: "payment_notification", kind: "reset_after" });
    await shop.pay();
    expect(shop.received).toHaveLength(1);
    await shop.pass(15_000);
    expect(shop.received).toHaveLength(2);
  });
});
