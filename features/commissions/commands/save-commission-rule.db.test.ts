import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { saveCommissionRule } from "@/features/commissions/commands/save-commission-rule";
import { listRules } from "@/features/commissions/queries/list-rules";
import { previewCommission } from "@/features/commissions/queries/preview-commission";
import { commissionRuleInput } from "@/features/commissions/schema";
import { changePolicy } from "@/features/merchants/commands/change-policy";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const now = new Date("2026-03-01T00:00:00.000Z");

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
});

const general = { scope: "merchant", scopeId: null, level: 1 };

function save(shop: TestMerchant, rule: object) {
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  return saveCommissionRule(staff, commissionRuleInput.parse(rule), now);
}

test("every save is a new version, also when twelve save at once; the highest is in force", async () => {
  const first = await save(a, { ...general, rateBps: 1_000 });
  expect(first).toMatchObject({ ok: true, version: 1 });
  const more = await Promise.all(
    Array.from({ length: 12 }, (_, index) => save(a, { ...general, rateBps: 1_100 + index })),
  );
  const versions = more.map((one) => (one.ok ? one.version : 0)).sort((x, y) => x - y);
  expect(versions).toEqual(Array.from({ length: 12 }, (_, index) => index + 2));
  const { merchantId } = a;
  const rules = await inMerchant(merchantId, (tx) => listRules(tx, merchantId));
  expect(rules).toMatchObject([{ scope: "merchant", scopeId: null, version: 13, enabled: true }]);
});

test("a rule under which something sells at a loss needs a second yes", async () => {
  const [skuId] = b.skuIds;
  await inMerchant(b.merchantId, (tx) =>
    tx.sku.updateMany({ where: { id: skuId }, data: { costFen: 9_500n } }),
  );
  const rule = { scope: "sku", scopeId: skuId, level: 1, rateBps: 1_000 };
  expect(await save(b, rule)).toMatchObject({
    ok: false,
    reason: "sells_at_loss",
    skus: [{ skuId, priceFen: 9_900n, costFen: 9_500n, margin: { marginFen: -649n } }],
  });
  expect(await save(b, { ...rule, lossConfirmed: true })).toMatchObject({ ok: true });
});

test("a rate above the cap, an unknown target and another merchant's target are refused", async () => {
  expect(await save(a, { ...general, rateBps: 3_001 })).toEqual({ ok: false, reason: "above_cap" });
  for (const scopeId of [newId(), b.productIds[0]]) {
    const rule = { scope: "product", scopeId, level: 1, rateBps: 100 };
    expect(await save(a, rule)).toEqual({ ok: false, reason: "not_found" });
  }
});

test("level 2 is refused while the policy has it off, and needs a confirmation to be switched on", async () => {
  const { merchantId, ownerId: staffId } = b;
  const staff = { merchantId, staffId };
  const read = () => inMerchant(merchantId, (tx) => getPolicy(tx, merchantId));
  const { version, createdAt: _made, ...terms } = await read();
  const off = await changePolicy(staff, input(terms, version, { level2Enabled: false }), now);
  expect(off).toEqual({ ok: true, version: version + 1 });
  const rule = { ...general, level: 2, rateBps: 300, lossConfirmed: true };
  expect(await save(b, rule)).toEqual({ ok: false, reason: "level2_off" });
  const on = { level2Enabled: true };
  expect(await changePolicy(staff, input(terms, version + 1, on), now)).toEqual({
    ok: false,
    reason: "level2_not_confirmed",
  });
  const confirmed = input(terms, version + 1, { ...on, level2Confirmed: true });
  const twice = await Promise.all([1, 2].map(() => changePolicy(staff, confirmed, now)));
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(twice.filter((one) => !one.ok && one.reason === "changed_meanwhile")).toHaveLength(1);
  expect(await save(b, rule)).toMatchObject({ ok: true });
});

function input(
  terms: Omit<Awaited<ReturnType<typeof getPolicy>>, "version" | "createdAt">,
  seenVersion: number,
  over: { level2Enabled: boolean; level2Confirmed?: boolean },
) {
  return { ...terms, level2Confirmed: false, ...over, seenVersion };
}

test("a preview shows price, cost, both commissions and margin beside the traditional channel", async () => {
  const { merchantId } = a;
  const [skuId] = a.skuIds;
  const rule = {
    scope: "sku" as const,
    scopeId: skuId,
    level: 1 as const,
    enabled: true,
    rateBps: null,
    fixedFenPerUnit: 500n,
  };
  const preview = await inMerchant(merchantId, (tx) => previewCommission(tx, { merchantId, rule }));
  expect(preview).toMatchObject([
    {
      skuId,
      priceFen: 9_900n,
      costFen: 4_950n,
      margin: { level1Fen: 500n, level2Fen: 0n, paymentFeeFen: 59n, marginFen: 4_391n },
    },
  ]);
  expect(preview[0]?.margin.traditional).toMatchObject({ rakeFen: 2_970n, totalFen: 4_950n });
});
