import { setTimeout as pause } from "node:timers/promises";
import { asOwner } from "@/bench/checkout/two-databases";
import { confirmWaiting, playWechat } from "@/bench/payout/play-wechat";
import { type Payee, preparePayees } from "@/bench/payout/prepare-payees";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { advancePayouts } from "@/features/payouts/commands/advance-payouts";
import { requestPayout } from "@/features/payouts/commands/request-payout";
import { disconnectDatabase } from "@/lib/db/client";
import { secureRandom } from "@/lib/ids/random-code";
import { runInvariants } from "@/scripts/database/run-invariants";
import type { RunningSandbox } from "@/wechat-sandbox/start-sandbox";

const amountFen = 1_000n;
/** People who ask at once. */
const clients = 8;
/** As the worker does it. */
const roundMs = 200;
const batch = 200;
/** The money of the bench comes from nowhere; what stands about commissions is not asked. */
const asked = /^(0[1-5]|3[4-9]|4[0-3])-/;

/** Requests, sends, confirms and counts. */
export async function measurePayouts(run: {
  databaseUrl: string;
  port: number;
  sandboxPort: number;
  wanted: number;
}) {
  const { databaseUrl, wanted } = run;
  const { a: shop } = await testMerchants();
  const payees = await preparePayees(shop, wanted, amountFen);
  console.log(`${wanted} people may withdraw`);
  const outside = await playWechat(shop, payees, run);
  const requestMs = await requestAll(shop, payees);
  const requestsPerSecond = perSecond(wanted, requestMs);
  console.log(`requested ${requestsPerSecond}/s`);
  const began = performance.now();
  const open = await advanceAll(shop, outside.wechat, databaseUrl, wanted);
  const paidMs = performance.now() - began;
  const books = await compareBooks(outside.wechat, databaseUrl);
  const results = await asOwner(databaseUrl, async (client) => {
    await client.query("select set_config('app.invariants_at', '2000-01-01', false)");
    return runInvariants(client);
  });
  const figures = {
    withdrawals: wanted,
    requestsPerSecond,
    paidPerSecond: perSecond(wanted, paidMs),
    seconds: Math.round(paidMs / 1_000),
    open,
    ...books,
    answersLost: outside.answersLost(),
    brokenInvariants: results
      .filter(({ name, rowCount }) => rowCount > 0 && asked.test(name))
      .map(({ name }) => name),
  };
  await outside.close();
  await disconnectDatabase();
  return figures;
}

function perSecond(count: number, ms: number): number {
  return Math.round((count * 1_000) / ms);
}

async function requestAll(shop: TestMerchant, payees: readonly Payee[]): Promise<number> {
  const { merchantId } = shop;
  const waiting = [...payees];
  const began = performance.now();
  const client = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const input = { amountFen, channel: "wechat", seenTaxFen: 0n } as const;
      const at = { now: new Date(), random: secureRandom };
      const requested = await requestPayout({ merchantId, ...next }, input, at);
      if (!requested.ok) throw new Error(requested.reason);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return performance.now() - began;
}

/** @returns how many are still open when nothing has moved for two minutes */
async function advanceAll(
  shop: TestMerchant,
  wechat: RunningSandbox,
  databaseUrl: string,
  wanted: number,
): Promise<number> {
  const { merchantId } = shop;
  let standing = { open: wanted, states: "" };
  let movedAtMs = performance.now();
  for (let round = 0; standing.open > 0 && performance.now() - movedAtMs < 120_000; round += 1) {
    await advancePayouts(merchantId, { now: new Date(), limit: batch });
    confirmWaiting(wechat);
    await pause(roundMs);
    if (round % 5 !== 0) continue;
    const seen = await countStates(databaseUrl);
    if (seen.states !== standing.states) movedAtMs = performance.now();
    standing = seen;
    if (round % 50 === 0) console.log(seen.states);
  }
  return standing.open;
}

/** How many are in each state: a withdrawal that is sent has moved although it has not ended. */
async function countStates(databaseUrl: string): Promise<{ open: number; states: string }> {
  const sql = `select string_agg(state || ' ' || count, ', ' order by state) as states,
      coalesce(sum(count) filter (
        where state not in ('paid', 'failed', 'expired', 'cancelled', 'refused')), 0)::int as open
    from (select state::text, count(*) from payout group by state) each_state`;
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query<{ open: number; states: string }>(sql),
  );
  const [seen] = rows;
  if (!seen) throw new Error("a sum has one row");
  return seen;
}

/** WeChat's own books beside ours: what left, per number and together. */
async function compareBooks(wechat: RunningSandbox, databaseUrl: string) {
  const left = wechat.sandbox.db
    .prepare(
      `select out_bill_no, -sum(amount) as fen, sum(kind = 'transfer') as times
       from operating_book where kind in ('transfer', 'transfer_return') group by out_bill_no`,
    )
    .all();
  const { rows } = await asOwner(databaseUrl, (client) =>
    client.query<{ paid: number; fen: string; numbers: number }>(
      `select count(*) filter (where state = 'paid')::int as paid, count(distinct payout_no)::int as numbers,
         coalesce(sum(net_fen) filter (where state = 'paid'), 0)::text as fen from payout`,
    ),
  );
  const ours = rows[0] ?? { paid: 0, fen: "0", numbers: 0 };
  const theirFen = left.reduce((sum, { fen }) => sum + Number(fen), 0);
  return {
    paid: ours.paid,
    paidTwice: left.filter(({ times }) => Number(times) > 1).length,
    unknownToUs: Math.max(left.length - ours.numbers, 0),
    sameSum: theirFen.toString() === ours.fen,
  };
}
