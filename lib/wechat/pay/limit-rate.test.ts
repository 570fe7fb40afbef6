import { beforeEach, expect, test, vi } from "vitest";
import { createSandboxAccount } from "@/wechat-sandbox/create-account";
import { cancelTransfer } from "./cancel-transfer";
import { createTransfer } from "./create-transfer";
import { queryTransfer } from "./query-transfer";

/** When each call left, by merchant and method; nothing of it reaches a network. */
const left = vi.hoisted(() => [] as { mchId: string; method: string; atMs: number }[]);
vi.mock("@/lib/wechat/pay/call-pay", () => ({
  callPay: async (call: { credentials: { mchId: string }; method: string }) => {
    left.push({ mchId: call.credentials.mchId, method: call.method, atMs: performance.now() });
    return { ok: false, reason: "unknown" };
  },
}));
beforeEach(() => {
  left.length = 0;
});

/** WeChat's limit per second and merchant, of transfers and of questions each (wechat.md 4.9). */
const perSecond = 100;
const now = new Date("2026-11-21T10:00:00.000Z");
const order = {
  openId: "o",
  amountFen: 100n,
  userName: "",
  jobTitle: "推广",
  remark: "佣金",
  notifyUrl: "",
};

function shopNamed(name: string) {
  return createSandboxAccount({ name, domains: [`${name}.localhost`] }).applicationSide;
}

/** The most of them that left within any second. */
function mostWithinASecond(calls: typeof left): number {
  return Math.max(
    ...calls.map(
      ({ atMs }) => calls.filter((one) => one.atMs >= atMs && one.atMs < atMs + 1_000).length,
    ),
  );
}

test("of a merchant's transfers and questions no more leave in a second than two workers may send together", async () => {
  const shop = shopNamed("busy");
  const numbers = Array.from({ length: perSecond }, (_, index) => `payout${index}`);
  const beganMs = performance.now();
  await Promise.all(
    numbers.flatMap((outBillNo, index) => [
      // Taking back counts among the transfers.
      index % 2 === 0
        ? createTransfer(shop, { ...order, outBillNo }, now)
        : cancelTransfer(shop, outBillNo, now),
      queryTransfer(shop, outBillNo, now),
    ]),
  );
  expect(left).toHaveLength(2 * perSecond);
  for (const method of ["POST", "GET"]) {
    const calls = left.filter((one) => one.method === method);
    expect(calls).toHaveLength(perSecond);
    expect(mostWithinASecond(calls)).toBeLessThanOrEqual(perSecond / 2);
  }
  // It slows down, it does not stop: a hundred need little more than two seconds.
  expect(performance.now() - beganMs).toBeLessThan(5_000);
});

test("a merchant does not wait for another one's transfers", async () => {
  const [busy, quiet] = [shopNamed("slow"), shopNamed("quick")];
  const waiting = Array.from({ length: 45 }, (_, index) =>
    createTransfer(busy, { ...order, outBillNo: `payout${index}` }, now),
  );
  await createTransfer(quiet, { ...order, outBillNo: "payout" }, now);
  expect(left.filter(({ mchId }) => mchId === busy.mchId).length).toBeLessThan(10);
  await Promise.all(waiting);
});
