import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import {
  advanceSql,
  cutSql,
  forgetSql,
  noteRunSql,
  rebaseSql,
  rewrittenSql,
} from "@/lib/invariants/checkpoint";
import {
  type BrokenInvariant,
  findBroken,
  findBrokenAmongTouched,
} from "@/lib/invariants/find-broken";
import { roomToWorkSql } from "@/lib/invariants/room-to-work";
import { Prisma } from "@/prisma/generated/client";

/** How far a run looked: at everything, or at what was touched since the last one. */
export type Reach = "whole" | "touched";
export type InvariantRun = {
  reach: Reach;
  broken: BrokenInvariant[];
  ms: number;
  slowest: { name: string; ms: number };
};

/** Everything is looked at once a night, and in any case when it was not for longer than this. */
const nightHours = [3, 4, 5] as const;
const restlessMs = 12 * 3_600_000;
const wholeWithinMs = 26 * 3_600_000;
const shanghaiOffsetMs = 8 * 3_600_000;
const timeoutMs = 600_000;

/** Takes back what a run that found something has noted. */
class FoundBroken extends Error {
  constructor(readonly run: InvariantRun) {
    super("invariants broken");
  }
}

/**
 * Looks once, in a transaction of its own, and moves the checkpoint when nothing was found: what was
 * found stays touched, so that it is found again until it is mended.
 * @param doubtful the last run found something: only everything says that it is mended
 * @returns null when another worker is looking
 */
export async function runInvariants(
  merchantId: AuthorizedMerchantId,
  { now, doubtful }: { now: Date; doubtful: boolean },
): Promise<InvariantRun | null> {
  return inMerchant(merchantId, (tx) => runOnce(tx, merchantId, { now, doubtful }), {
    timeoutMs,
  }).catch((error: unknown) => {
    if (error instanceof FoundBroken) return error.run;
    throw error;
  });
}

async function runOnce(
  tx: MerchantTx,
  merchantId: string,
  { now, doubtful }: { now: Date; doubtful: boolean },
): Promise<InvariantRun | null> {
  const begin = performance.now();
  if (!(await takeTurn(tx, merchantId))) return null;
  const cut = BigInt((await askOne<{ cut: string }>(tx, cutSql)).cut);
  const reach = doubtful || (await wholeIsDue(tx, merchantId, now)) ? "whole" : "touched";
  if (reach === "whole") await write(tx, rebaseSql(cut));
  let slowest = { name: "", ms: 0 };
  const find = reach === "whole" ? findBroken : findBrokenAmongTouched;
  const broken = await find({
    count: (sql) => countRows(tx, sql),
    execute: (sql) => write(tx, sql),
    onAsked: (name, ms) => {
      if (ms > slowest.ms) slowest = { name, ms: Math.round(ms) };
    },
  });
  const run = { reach, broken, ms: Math.round(performance.now() - begin), slowest } as const;
  if (broken.length > 0) throw new FoundBroken(run);
  if (reach === "touched") await write(tx, advanceSql(cut));
  await write(tx, forgetSql(cut));
  await write(tx, noteRunSql(reach === "whole" ? now : null));
  return run;
}

/** Plans are made anew for what there is now. */
async function takeTurn(tx: MerchantTx, merchantId: string): Promise<boolean> {
  const key = `invariants:${merchantId}`;
  const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as mine,
      set_config('plan_cache_mode', 'force_custom_plan', true),
      set_config('statement_timeout', '120s', true)`;
  await tx.$queryRaw(Prisma.raw(roomToWorkSql("transaction")));
  return turn?.mine === true;
}

async function wholeIsDue(tx: MerchantTx, merchantId: string, now: Date): Promise<boolean> {
  const [known] = await tx.$queryRaw<{ wholeAt: Date }[]>`
    select whole_at as "wholeAt" from invariant_checkpoint where merchant_id = ${merchantId}::uuid`;
  if (!known || (await askOne<{ rewritten: boolean }>(tx, rewrittenSql)).rewritten) return true;
  const ageMs = now.getTime() - known.wholeAt.getTime();
  const hour = new Date(now.getTime() + shanghaiOffsetMs).getUTCHours();
  const night = nightHours.some((one) => one === hour);
  return Math.abs(ageMs) >= (night ? restlessMs : wholeWithinMs);
}

async function countRows(tx: MerchantTx, sql: string): Promise<number> {
  const question = `select count(*)::int as rows from (\n${sql}\n) found`;
  return (await askOne<{ rows: number }>(tx, question)).rows;
}

async function askOne<Row>(tx: MerchantTx, sql: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>(Prisma.raw(sql));
  if (row === undefined) throw new Error("the database gave no answer");
  return row;
}

async function write(tx: MerchantTx, sql: string): Promise<void> {
  await tx.$executeRaw(Prisma.raw(sql));
}
