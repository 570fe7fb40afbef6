import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultSeed, faultSize, say, seededRandom } from "@/e2e/faults/fault-size";
import { faultyShop } from "@/e2e/faults/faulty-shop";
import {
  type SpawnedProcess,
  type SpawnedWeb,
  spawnWeb,
  spawnWorker,
} from "@/e2e/faults/spawn-process";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";
import { findTransfer } from "@/wechat-sandbox/store/transfers";
import { addUser } from "@/wechat-sandbox/store/users";
import { confirmTransfer } from "@/wechat-sandbox/transfers/confirm-transfer";

/** `due` orders were received long ago: two commissions each wait for the worker, which looks every minute. */
const size = faultSize({
  small: { orders: 30, repeats: 4, senders: 8, withdrawals: 2, due: 0, kills: 1 },
  full: { orders: 400, repeats: 10, senders: 32, withdrawals: 20, due: 200, kills: 10 },
});
const resumeWithinMs = 120_000;
/** The worker sleeps between its jobs; the web process is never idle meanwhile. */
const longestDelayMs = { notifications: 30, withdrawals: 2_000 };

const { wechatPort, settings } = await faultyShop();
const { testMerchants, asSuperuser } = await import("@/e2e/database");
const { expectPaidOnce, notify, openShop, placeMany } = await import("@/e2e/faults/paid-shop");
const orders = await import("@/e2e/order-fixtures");
const { earn, giveAccount, mustWithdraw, payoutRow, transferNotification, writeVerdict } =
  await import("@/e2e/payout-fixtures");
const { a, b } = await testMerchants();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

let wechat: Awaited<ReturnType<typeof startSandbox>>;
let web: SpawnedWeb;
let worker: SpawnedProcess;
/** After a failure nobody sends, kills or starts anything any more. */
let isOver = false;
beforeAll(async () => {
  const accounts = [a.wechat, b.wechat];
  wechat = await startSandbox({ port: wechatPort, dataDir: ":memory:", accounts });
  const { sandboxUserId: id } = a.level1;
  const user = { id, nickname: id, realName: "张三", snapshot: false };
  const appIds = accounts.map(({ appId }) => appId);
  addUser(wechat.sandbox.db, user, appIds, Date.now());
  await openShop(a, size.orders + size.due + 1);
  // Orders of a month ago are not late by anybody's clock: else the worker's ten-minute run stops the payouts.
  await asSuperuser((client) =>
    client.query(`do $$ begin
      execute format('alter database %I set app.invariants_at = %L', current_database(), '2000-01-01');
    end $$`),
  );
  web = await spawnWeb(settings);
  worker = await spawnWorker(settings);
}, 120_000);
afterAll(async () => {
  isOver = true;
  await Promise.all([web?.kill(), worker?.kill()]);
  await wechat?.close();
});

let killedAtMs = 0;

/** Two minutes from now, or from the last kill meanwhile. */
async function until(what: string, isDone: () => Promise<boolean>): Promise<void> {
  const begin = Date.now();
  while (!(await isDone())) {
    if (Date.now() > Math.max(begin, killedAtMs) + resumeWithinMs) {
      throw new Error(`not within two minutes: ${what}`);
    }
    await pause(100);
  }
}

async function isTrue(sql: string, parameter: unknown): Promise<boolean> {
  const { rows } = await asSuperuser((client) => client.query(sql, [parameter]));
  return rows[0]?.done === true;
}

/** Commissions of orders whose after-sale window ended long ago. */
async function letCommissionsFallDue(): Promise<string[]> {
  const friend = await orders.addFriend(a, daysAgo(31));
  const ids: string[] = [];
  for (let index = 0; index < size.due; index += 1) {
    const line = [{ skuId: a.skuIds[0], quantity: 1 }];
    const order = await orders.placeTestOrder(a, friend, line, daysAgo(30));
    await orders.payTestOrder(a, order, daysAgo(30));
    await orders.deliverTestOrder(a, order, daysAgo(29));
    ids.push(order.orderId);
  }
  return ids;
}

/** WeChat's word that a transfer arrived, which it says until it is heard. */
async function tellOfTransfer(payoutNo: string): Promise<void> {
  const bill = findTransfer(wechat.sandbox.db, a.wechat.mchId, payoutNo);
  // The worker may have died before it heard WeChat's number.
  const transferBillNo = bill?.transfer_bill_no ?? null;
  const transfer = { ...(await payoutRow(a, payoutNo)), transferBillNo };
  const signed = transferNotification(a, transfer, new Date());
  const send = () =>
    fetch(web.url("/api/wechat/notify/transfer"), {
      method: "POST",
      body: new Uint8Array(Buffer.from(signed.body)),
      headers: signed.headers,
      signal: AbortSignal.timeout(10_000),
    }).then(
      ({ status }) => status === 204,
      () => false,
    );
  await until("the transfer's end is heard", send);
}

/** One after the other: asked for, sent by whichever worker lives, confirmed on the phone, paid once. */
async function withdraw(onPaid: () => void): Promise<void> {
  const { mchId } = a.wechat;
  const { sandboxUserId } = a.level1;
  for (let index = 0; index < size.withdrawals; index += 1) {
    const payoutNo = await mustWithdraw(a, a.level1, 100n, new Date());
    await until("sent, and confirmed on the phone", async () => {
      const bill = findTransfer(wechat.sandbox.db, mchId, payoutNo);
      return bill
        ? confirmTransfer(wechat.sandbox, bill.package_info ?? "", sandboxUserId).ok
        : false;
    });
    await tellOfTransfer(payoutNo);
    await until("paid once", () =>
      isTrue(
        `select count(*) = 1 and bool_and(state = 'paid' and (select count(*) from ledger_transfer t
           where t.reference_id = p.id) = 2) as done from payout p where payout_no = $1`,
        payoutNo,
      ),
    );
    onPaid();
  }
}

test(`web and worker killed ${size.kills} times each, at random, in the middle of payments, settlements and withdrawals: all is done within two minutes, once`, async () => {
  say(`FAULT_SEED=${faultSeed}`);
  const random = seededRandom(faultSeed);
  const placed = await placeMany(a, size.orders);
  await earn(a, a.level1, 100_000n, new Date());
  const due = await letCommissionsFallDue();
  await giveAccount(a, a.level1, daysAgo(3));
  await writeVerdict(a, "invariants.hold", daysAgo(1));

  const told = Array.from({ length: size.repeats }, () => placed).flat();
  const total = { notifications: told.length, withdrawals: size.withdrawals };
  const done = { notifications: 0, withdrawals: 0 };
  /** A process dies some moments after so much was done. */
  const drawKills = (work: keyof typeof total) =>
    Array.from({ length: size.kills }, () => ({
      after: Math.floor(random() * total[work] * 0.9),
      delayMs: Math.floor(random() * longestDelayMs[work]),
    })).sort((one, other) => one.after - other.after);
  const kills = {
    notifications: drawKills("notifications"),
    withdrawals: drawKills("withdrawals"),
  };
  say(JSON.stringify(kills));
  const killAtRandom = async (work: keyof typeof total, killAndRestart: () => Promise<void>) => {
    for (const { after, delayMs } of kills[work]) {
      while (done[work] < after && !isOver) await pause(5);
      await pause(delayMs);
      if (!isOver) await killAndRestart();
    }
  };

  let unanswered = 0;
  const send = async () => {
    for (let order = told.pop(); order; order = told.pop()) {
      // As WeChat does: again until it is taken.
      while (!isOver && (await notify(web.url, a, order)) !== 204) {
        unanswered += 1;
        await pause(50 + random() * 200);
      }
      done.notifications += 1;
    }
  };
  await Promise.all([
    ...Array.from({ length: size.senders }, send),
    withdraw(() => {
      done.withdrawals += 1;
    }),
    killAtRandom("notifications", async () => {
      await web.kill();
      killedAtMs = Date.now();
      web = await spawnWeb(settings);
    }),
    killAtRandom("withdrawals", async () => {
      await worker.kill();
      killedAtMs = Date.now();
      worker = await spawnWorker(settings);
    }),
  ]);
  say(
    `${total.notifications} notifications taken, after ${unanswered} attempts that nobody answered`,
  );
  expect(unanswered).toBeGreaterThan(0);
  await until("settled once", () =>
    isTrue(
      `select count(*) = cardinality($1::uuid[]) * 2 and coalesce(bool_and(state = 'settled' and (
         select count(*) from ledger_transfer t
         where t.reference_id = c.id and t.code = 'commission_settled') = 1), true) as done
       from commission c where order_id = any($1::uuid[])`,
      due,
    ),
  );
  await worker.kill();
  await expectPaidOnce(placed);
});
