import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { faultSeed, faultSize, say } from "@/e2e/faults/fault-size";
import * as bindings from "@/e2e/model/binding-commands";
import * as commands from "@/e2e/model/money-commands";
import { buyers, freightFen, MoneyModel, people } from "@/e2e/model/money-model";
import { createWorld, liftLimits, type MoneyWorld } from "@/e2e/model/money-world";
import { addFreight, addRule } from "@/e2e/order-fixtures";
import { writeVerdict } from "@/e2e/payout-fixtures";
import { getSetting } from "@/scripts/database/process-settings";
import { runInvariants } from "@/worker/run-invariants";

const size = faultSize({
  small: { runs: 100, commands: 50, minutes: 1.4 },
  full: {
    runs: Number(getSetting("FAULT_LIVES") ?? 10_000),
    commands: 200,
    minutes: Number(getSetting("FAULT_MINUTES") ?? 120),
  },
});
/** Runs follow one another in the shop's time: none meets the month of another's withdrawals. */
const startMs = Date.parse("2026-01-01T00:00:00.000Z");
const runMs = 3_600_000;
const lookEvery = 10;

const { a } = await testMerchants();
// The shop's time is not ours: what is late by the wall clock is none here.
await asSuperuser((client) =>
  client.query(`do $$ begin
    execute format('alter database %I set app.invariants_at = %L', current_database(), '2000-01-01');
  end $$`),
);
beforeAll(async () => {
  await addFreight(a, freightFen);
  await liftLimits(a);
  await writeVerdict(a, "invariants.hold", new Date(startMs));
});

/**
 * Lives share a shop and not a clock: what one left waiting would be sent by another, at an hour before
 * its distributor had paid a debt that was paid.
 */
async function takeBackWhatWaits(model: MoneyModel, world: MoneyWorld): Promise<void> {
  for (const [who, { state }] of model.payouts) {
    if (state !== "approved") continue;
    model.nowMs += 1_000;
    await commands.takeBack(who).run(model, world);
  }
}

const person = fc.constantFrom(...people);
const buyer = fc.constantFrom(...buyers);
const draw = fc.nat({ max: 30 });
const share = fc.oneof(fc.constant(10_000), fc.integer({ min: 1, max: 10_000 }));
/** Mostly nothing of the freight, else all of it or a part. */
const freightShare = fc.oneof(fc.constant(0), share);
const anyCommand = [
  fc
    .tuple(fc.constantFrom(1 as const, 2 as const), fc.integer({ min: 0, max: 2_500 }))
    .map((drawn) => commands.changeRule(...drawn)),
  fc.tuple(buyer, person).map((drawn) => bindings.bind(...drawn)),
  fc.tuple(buyer, person).map((drawn) => bindings.rebind(...drawn)),
  fc.tuple(buyer, fc.integer({ min: 1, max: 9 })).map((drawn) => commands.order(...drawn)),
  draw.map(commands.pay),
  draw.map(commands.pay),
  draw.map(commands.payAgain),
  draw.map(commands.receive),
  draw.map(commands.receive),
  fc.tuple(draw, share, freightShare).map((drawn) => commands.askForRefund(...drawn)),
  draw.map((drawn) => commands.askForRefund(drawn, 0, 10_000)),
  fc
    .tuple(draw, fc.constantFrom("SUCCESS" as const, "SUCCESS" as const, "CLOSED" as const))
    .map((drawn) => commands.endTheRefund(...drawn)),
  fc.integer({ min: 1, max: 240 }).map(commands.advance),
  fc.constant(undefined).map(commands.settle),
  fc
    .tuple(person, fc.oneof(fc.constant(9_999), fc.integer({ min: 0, max: 11_000 })))
    .map((drawn) => commands.ask(...drawn)),
  person.map(commands.send),
  person.map((who) => commands.report(who, "WAIT_USER_CONFIRM")),
  person.map((who) => commands.report(who, "SUCCESS")),
  person.map((who) => commands.report(who, "FAIL", "PAYEE_ACCOUNT_ABNORMAL")),
  person.map((who) => commands.report(who, "FAIL", "OVERDUE_CLOSE")),
  person.map(commands.takeBack),
];

test(
  `${size.runs} lives of a shop in up to ${size.commands} steps leave every distributor with what a pure model says`,
  async () => {
    let run = 0;
    const life = fc.commands(anyCommand, {
      maxCommands: size.commands,
      size: "max",
      ...(getSetting("FAULT_REPLAY") ? { replayPath: getSetting("FAULT_REPLAY") ?? "" } : {}),
    });
    const property = fc.asyncProperty(life, async (steps) => {
      run += 1;
      const begin = new Date(startMs + run * runMs);
      const world = await createWorld(a, run, begin);
      const model = new MoneyModel(begin.getTime());
      for (const level of [1, 2] as const) {
        model.rateBps[level] = level === 1 ? 1_000n : 300n;
        await addRule(a, { level, rateBps: Number(model.rateBps[level]) }, begin);
      }
      await fc.asyncModelRun(() => ({ model, real: world }), steps);
      await takeBackWhatWaits(model, world);
      // After the test everything is looked at; on the way, now and then what was touched.
      if (run % lookEvery !== 0) return;
      const looked = await runInvariants(a.merchantId, { now: new Date(), doubtful: false });
      expect(looked?.broken).toEqual([]);
    });
    const details = await fc.check(property, {
      numRuns: size.runs,
      seed: faultSeed,
      ...(getSetting("FAULT_PATH") ? { path: getSetting("FAULT_PATH") ?? "" } : {}),
      interruptAfterTimeLimit: size.minutes * 60_000,
    });
    const cut = details.interrupted ? `, cut off after ${size.minutes} minutes` : "";
    say(`FAULT_SEED=${faultSeed}: ${details.numRuns} lives of ${size.runs}${cut}`);
    if (details.failed) {
      throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    }
    // All of them, or as many as the time allowed: of those the line above says so.
    expect(details.numRuns).toBeGreaterThanOrEqual(details.interrupted ? 1 : size.runs);
  },
  size.minutes * 60_000 + 60_000,
);
