import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { inMerchant } from "@/lib/db/in-merchant";
import { watchInvariants } from "@/worker/watch-invariants";

const { a, b } = await testMerchants();

async function verdicts(merchantId: typeof a.merchantId): Promise<string[]> {
  const entries = await inMerchant(merchantId, (tx) =>
    tx.auditEntry.findMany({ where: { objectKind: "merchant" }, orderBy: { at: "asc" } }),
  );
  return entries.map(({ action }) => action);
}

const setStock = (onHand: number) =>
  asSuperuser((client) =>
    client.query("update stock set on_hand = $1 where sku_id = $2", [onHand, a.skuIds[0]]),
  );

/** Row security of a tenant table on or off, which is an invariant of its own. */
const isolate = (how: "enable" | "disable") =>
  asSuperuser((client) => client.query(`alter table sku ${how} row level security`));

async function lastNames(): Promise<unknown> {
  const entry = await inMerchant(a.merchantId, (tx) =>
    tx.auditEntry.findFirst({ where: { objectKind: "merchant" }, orderBy: { at: "desc" } }),
  );
  return Object.values(entry?.details ?? {})[0];
}

const watch = ({ merchantId }: { merchantId: typeof a.merchantId }, at: Date) =>
  watchInvariants(merchantId, at);

test("a broken invariant is named for its merchant alone, and the verdict is written when it changes", async () => {
  // Near the wall clock: an old entry of the audit trail would itself break an invariant.
  const minute = (n: number) => new Date(Date.now() + n * 60_000);
  expect(await watch(a, minute(0))).toEqual({ reach: "whole", broken: [] });
  await setStock(7);
  const broken = ["20-stock-equals-holds-and-movements"];
  expect(await watch(a, minute(10))).toEqual({ reach: "touched", broken });
  // Whoever found something once believes nothing but the whole.
  expect(await watch(a, minute(20))).toEqual({ reach: "whole", broken });
  expect(await watch(b, minute(20))).toEqual({ reach: "whole", broken: [] });
  // What is told last is what is broken now: whoever reads it has to know both.
  await isolate("disable");
  const second = (await watch(a, minute(25)))?.broken ?? [];
  expect(second).toEqual(expect.arrayContaining(broken));
  expect(second.length).toBeGreaterThan(1);
  expect(await lastNames()).toBe(second.join(", "));
  await isolate("enable");
  await setStock(100);
  expect(await watch(a, minute(30))).toEqual({ reach: "whole", broken: [] });
  expect(await watch(a, minute(40))).toEqual({ reach: "touched", broken: [] });
  expect(await verdicts(a.merchantId)).toEqual([
    "invariants.hold",
    "invariants.broken",
    "invariants.broken",
    "invariants.hold",
  ]);
  expect(await verdicts(b.merchantId)).toEqual(["invariants.hold"]);
});
