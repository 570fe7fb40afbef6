import { countRows } from "@/bench/checkout/count-rows";
import { findLosses } from "@/bench/checkout/find-losses";
import { connectHandWritten, type HandWritten } from "@/bench/checkout/hand-written";
import { type PlannedOrder, planOrders } from "@/bench/checkout/plan-orders";
import { type BenchShop, prepareShop } from "@/bench/checkout/prepare-shop";
import { runClients } from "@/bench/checkout/run-clients";
import {
  asOwner,
  type BenchDatabases,
  copyDatabase,
  gatherStatistics,
} from "@/bench/checkout/two-databases";
import { buildTemplate } from "@/e2e/database-template";
import { disconnectDatabase } from "@/lib/db/client";
import { runInvariants } from "@/scripts/database/run-invariants";

const maxClients = 32;
/** Enough orders that a round takes about a second or two. */
const loads = [
  { clients: 1, orders: 100 },
  { clients: 8, orders: 320 },
  { clients: maxClients, orders: 480 },
] as const;
/** Ours and theirs take turns, so that a noisy neighbour meets both; the median round counts. */
const rounds = 5;
/** Every connection has planned every statement before anything is measured. */
const warmUpOrders = 800;

type Round = { clients: number; orders: number; oursMs: number; theirsMs: number };

/** What both sides do with each planned order, and what happens before the clock runs. */
export type Contest = {
  before: (turn: Turn) => Promise<unknown>;
  ours: (shop: BenchShop, order: PlannedOrder, now: Date) => Promise<void>;
  /** @returns the milliseconds that it took */
  theirs: (turn: Turn) => Promise<number>;
};
export type Turn = {
  shop: BenchShop;
  rival: HandWritten;
  clients: number;
  orders: readonly PlannedOrder[];
  now: Date;
};

/** What the measurement found; per second, over all rounds. */
export type ContestFigures = {
  loads: { clients: number; oursPerSecond: number; theirsPerSecond: number; ratio: number }[];
  /** Null where nobody counts them. */
  statementsPerOrder: number | null;
  orders: number;
  lost: number;
  doubled: number;
  /** Whether both sides added as many rows to every table. */
  sameRows: boolean;
  brokenInvariants: string[];
};

/**
 * Ours beside theirs, in turns, over every load and round; then what was lost, doubled or broken.
 * @param statements how many were sent by this process so far; without it they are not counted
 */
export async function compareSides(
  databases: BenchDatabases,
  contest: Contest,
  statements: (() => number) | null = null,
): Promise<ContestFigures> {
  const { serverUrl, oursUrl, theirsUrl } = databases;
  await copyDatabase(serverUrl, await buildTemplate(serverUrl), "ours");
  const now = new Date();
  const shop = await prepareShop(now);
  await disconnectDatabase();
  await copyDatabase(serverUrl, "ours", "theirs");
  const rival = await connectHandWritten(theirsUrl, shop, maxClients);
  const turn = (clients: number, orders: readonly PlannedOrder[]) =>
    measureTurn(contest, { shop, rival, clients, orders, now }, statements ?? (() => 0));
  const before = [await countRows(oursUrl), await countRows(theirsUrl)] as const;

  const planned: PlannedOrder[] = [];
  const plan = (count: number) => {
    const orders = planOrders(shop, { count, firstIndex: planned.length + 1, now });
    planned.push(...orders);
    return orders;
  };
  await turn(maxClients, plan(warmUpOrders));
  for (const url of [oursUrl, theirsUrl]) await gatherStatistics(url);
  await turn(maxClients, plan(warmUpOrders));

  const measured: Round[] = [];
  let sent = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const { clients, orders } of loads) {
      const figures = await turn(clients, plan(orders));
      sent += figures.sent;
      measured.push({ clients, orders, ...figures });
    }
  }
  await rival.close();
  await disconnectDatabase();
  const after = [await countRows(oursUrl), await countRows(theirsUrl)] as const;
  return {
    loads: loads.map(({ clients }) => summarize(measured, clients)),
    statementsPerOrder: statements && sent / measured.reduce((sum, { orders }) => sum + orders, 0),
    orders: planned.length,
    ...(await findLosses(oursUrl, planned)),
    sameRows: Object.keys(after[0]).every(
      (table) => added(before[0], after[0], table) === added(before[1], after[1], table),
    ),
    brokenInvariants: [...(await broken(oursUrl)), ...(await broken(theirsUrl))],
  };
}

async function measureTurn(
  contest: Contest,
  turn: Turn,
  statements: () => number,
): Promise<{ oursMs: number; theirsMs: number; sent: number }> {
  const { shop, clients, orders, now } = turn;
  await contest.before(turn);
  const begin = statements();
  const oursMs = await runClients(clients, orders, (order) => contest.ours(shop, order, now));
  const sent = statements() - begin;
  return { oursMs, theirsMs: await contest.theirs(turn), sent };
}

function summarize(measured: readonly Round[], clients: number) {
  const own = measured.filter((round) => round.clients === clients);
  const orders = own.reduce((sum, round) => sum + round.orders, 0);
  const perSecond = (side: "oursMs" | "theirsMs") =>
    (orders * 1_000) / own.reduce((sum, round) => sum + round[side], 0);
  const ratios = own.map(({ oursMs, theirsMs }) => theirsMs / oursMs).sort((a, b) => a - b);
  return {
    clients,
    oursPerSecond: rounded(perSecond("oursMs")),
    theirsPerSecond: rounded(perSecond("theirsMs")),
    ratio: rounded(ratios[Math.floor(ratios.length / 2)] ?? 0),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function added(before: Record<string, number>, after: Record<string, number>, table: string) {
  return (after[table] ?? 0) - (before[table] ?? 0);
}

async function broken(url: string): Promise<string[]> {
  const results = await asOwner(url, runInvariants);
  return results.filter(({ rowCount }) => rowCount > 0).map(({ name }) => name);
}
