import { beforeAll, expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import { payoutsForFile } from "@/e2e/payout-sandbox";

const { a, b, clock, pass } = await payoutsForFile();
const { addFreeFreight } = await import("@/e2e/order-fixtures");
const fixtures = await import("@/e2e/payout-fixtures");
const { earn, giveAccount, mustWithdraw, payoutRow, transferNotification } = fixtures;
const { POST } = await import("@/app/api/wechat/notify/transfer/route");
const { advancePayouts } = await import("@/features/payouts/commands/advance-payouts");
const { applyTransferResult } = await import("@/features/payouts/commands/apply-transfer-result");
const { receiveTransferNotification } = await import(
  "@/features/payouts/commands/receive-transfer-notification"
);
const { toTransferResult } = await import("@/features/payouts/queries/to-transfer-result");

const { merchantId, level1 } = a;
let payoutNo = "";
let payout: Awaited<ReturnType<typeof payoutRow>>;

beforeAll(async () => {
  await addFreeFreight(a);
  await earn(a, level1, 100_000n, clock.now);
  await giveAccount(a, level1, clock.now);
  await sendOne();
});

async function sendOne(): Promise<void> {
  payoutNo = await mustWithdraw(a, level1, 1_000n, clock.now);
  await advancePayouts(merchantId, { now: clock.now, limit: 10 });
  payout = await payoutRow(a, payoutNo);
}

type Told = ReturnType<typeof transferNotification>;
const receive = ({ body, headers }: Told, id = merchantId) =>
  receiveTransferNotification({
    merchantId: id,
    rawBody: new TextEncoder().encode(body),
    headers: new Headers(headers),
    now: clock.now,
  });
const told = (over: Parameters<typeof transferNotification>[3] = {}) =>
  transferNotification(a, payout, clock.now, over);
const count = (sql: string) => asSuperuser(async (db) => (await db.query(sql)).rows[0].count);
const quarantined = () =>
  count("select count(*)::int as count from inbox_event where outcome = 'quarantined'");

test.each([
  ["another amount", { resource: { transfer_amount: 999 } }, "wrong_amount"],
  ["another openid", { resource: { openid: "o-somebody" } }, "wrong_openid"],
  ["another merchant's number", { resource: { mch_id: "1" } }, "wrong_mchid"],
  ["a number that is not ours", { resource: { out_bill_no: "nobodys" } }, "unknown_payout"],
  ["a second transfer", { resource: { transfer_bill_no: "1330999" } }, "second_transfer"],
])(
  "truly said by WeChat, but with %s: put away, shown, never applied",
  async (_name, over, reason) => {
    const before = await quarantined();
    expect(await receive(told(over))).toEqual({ ok: true, outcome: "quarantined", reason });
    expect(await quarantined()).toBe(before + 1);
    expect(await payoutRow(a, payoutNo)).toEqual(payout);
  },
);

test("a withdrawal that was never sent cannot be reported", async () => {
  const sql = "update payout set state = 'approved', sent_at = null where payout_no = $1";
  const back = "update payout set state = $2, sent_at = $3 where payout_no = $1";
  await asSuperuser(async (db) => {
    await db.query("set session_replication_role = replica");
    await db.query(sql, [payoutNo]);
    expect(await receive(told())).toMatchObject({ outcome: "quarantined", reason: "not_sent" });
    await db.query(back, [payoutNo, payout.state, payout.sentAt]);
  });
});

test("forged, stale, changed and foreign notifications are refused in hundreds, and change nothing", async () => {
  const foreign = told({ signedBy: b });
  expect(await receive(foreign)).toMatchObject({ ok: false });
  const late = transferNotification(a, payout, new Date(clock.now.getTime() - 301_000));
  expect(await receive(late)).toMatchObject({ ok: false });
  expect(await receive(told(), b.merchantId)).toMatchObject({ ok: false });
  const good = told();
  for (let place = 0; place < 300; place += 1) {
    const index = (place * 7) % good.body.length;
    const sign = good.body[index] === "0" ? "1" : "0";
    const body = good.body.slice(0, index) + sign + good.body.slice(index + 1);
    if (body !== good.body) expect((await receive({ ...good, body })).ok).toBe(false);
  }
  expect(await payoutRow(a, payoutNo)).toEqual(payout);
});

test("a body of another shape is 4xx at the route, signed or not", async () => {
  const { headers } = told();
  for (const body of ["", "{{{", "null", "[".repeat(20_000)]) {
    const url = `http://${a.host}/api/wechat/notify/transfer`;
    const request = new Request(url, {
      method: "POST",
      body,
      headers: { ...headers, host: a.host },
    });
    expect((await POST(request)).status).toBe(401);
  }
});

test("one notification 50 times at once has one effect, and each is answered", async () => {
  const once = told();
  const answers = await Promise.all(Array.from({ length: 50 }, () => receive(once)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "paid" });
  expect(
    await count("select count(*)::int as count from ledger_transfer where code = 'payout_paid'"),
  ).toBe(1);
  expect(
    await count("select count(*)::int as count from audit_entry where action = 'payout.paid'"),
  ).toBe(1);
  pass(60_000);
  expect(await receive(told({ id: "another-event" }))).toEqual({ ok: true, outcome: "no_effect" });
});

test("a failure that is told after the payment is put away; the payment stands", async () => {
  const failed = told({ state: "FAIL", failReason: "TRANSFER_RISK" });
  expect(await receive(failed)).toMatchObject({ reason: "contradicts_its_end" });
  expect(await payoutRow(a, payoutNo)).toMatchObject({ state: "paid" });
});

test("the end may come before the answer to sending: late news changes nothing", async () => {
  pass(60_000);
  await sendOne();
  await receive(told({ state: "FAIL", failReason: "DAY_RECEIVED_QUOTA_EXCEED" }));
  const ended = await payoutRow(a, payoutNo);
  expect(ended).toMatchObject({ state: "failed" });
  const answer = {
    mchId: payout.mchId,
    outBillNo: payoutNo,
    transferBillNo: payout.transferBillNo ?? "",
    state: "WAIT_USER_CONFIRM" as const,
    amountFen: null,
    openId: null,
    failReason: "",
    packageInfo: "late",
    createdAt: clock.now,
    updatedAt: null,
  };
  const result = toTransferResult(payout.mchId, answer);
  const outcome = await applyTransferResult(merchantId, result, clock.now);
  expect(outcome).toEqual({ outcome: "no_effect" });
  expect(await payoutRow(a, payoutNo)).toEqual(ended);
  const paid = told({ id: "paid-after-all" });
  expect(await receive(paid)).toMatchObject({ reason: "contradicts_its_end" });
});
