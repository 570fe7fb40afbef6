import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { approveDistributor } from "@/features/distributors/commands/approve-distributor";
import { assignParent } from "@/features/distributors/commands/assign-parent";
import { freezeDistributor } from "@/features/distributors/commands/freeze-distributor";
import { refuseDistributor } from "@/features/distributors/commands/refuse-distributor";
import { getOwnDistributor } from "@/features/distributors/queries/get-own-distributor";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const { merchantId } = a;
const staff = { merchantId, staffId: a.ownerId };
const stranger = { merchantId: b.merchantId, staffId: b.ownerId };
const now = new Date("2026-06-01T04:00:00.000Z");

/** The buyer applies anew for each test. */
async function apply(): Promise<string> {
  const id = newId();
  await inMerchant(merchantId, async (tx) => {
    await tx.distributor.deleteMany({ where: { customerId: a.customerId } });
    await tx.distributor.create({
      data: { merchantId, id, customerId: a.customerId, displayName: "阿青", appliedAt: now },
    });
  });
  return id;
}

const own = () =>
  inMerchant(merchantId, (tx) => getOwnDistributor(tx, { merchantId, customerId: a.customerId }));

test("of two answers to one application the first counts, and it is on record", async () => {
  const distributorId = await apply();
  const answers = await Promise.all([
    approveDistributor(staff, distributorId, now),
    refuseDistributor(staff, { distributorId, reason: "资料不全" }, now),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const entries = await inMerchant(merchantId, (tx) =>
    tx.auditEntry.count({ where: { objectId: distributorId } }),
  );
  expect(entries).toBe(1);
});

test("the applicant reads the reason of a refusal", async () => {
  const distributorId = await apply();
  expect(await refuseDistributor(staff, { distributorId, reason: "资料不全" }, now)).toEqual({
    ok: true,
  });
  expect(await own()).toMatchObject({ status: "refused", decisionReason: "资料不全" });
});

test("another merchant can neither approve, refuse, freeze nor move anybody", async () => {
  const distributorId = await apply();
  const { distributorId: approved } = a.level1;
  expect((await approveDistributor(stranger, distributorId, now)).ok).toBe(false);
  expect((await refuseDistributor(stranger, { distributorId, reason: "不" }, now)).ok).toBe(false);
  const freeze = { distributorId: approved, freeze: true, reason: "不" };
  expect((await freezeDistributor(stranger, freeze, now)).ok).toBe(false);
  expect(await assignParent(stranger, { distributorId: approved, parentId: null }, now)).toEqual({
    ok: false,
    reason: "not_found",
  });
  const theirs = { distributorId: approved, parentId: b.level1.distributorId };
  expect(await assignParent(staff, theirs, now)).toEqual({
    ok: false,
    reason: "parent_not_approved",
  });
  expect((await own())?.status).toBe("applied");
});

test("a frozen distributor is let go on once, by whoever is first", async () => {
  const { distributorId } = a.level2;
  expect(
    (await freezeDistributor(staff, { distributorId, freeze: true, reason: "核实" }, now)).ok,
  ).toBe(true);
  const release = { distributorId, freeze: false, reason: "" };
  const both = await Promise.all([
    freezeDistributor(staff, release, now),
    freezeDistributor(staff, release, now),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("no circle: neither onto oneself, nor under one's own team, nor from two sides at once", async () => {
  const [one, two] = [a.level1.distributorId, a.level2.distributorId];
  expect(await assignParent(staff, { distributorId: one, parentId: one }, now)).toEqual({
    ok: false,
    reason: "circular",
  });
  expect(await assignParent(staff, { distributorId: two, parentId: one }, now)).toEqual({
    ok: false,
    reason: "circular",
  });
  await assignParent(staff, { distributorId: one, parentId: null }, now);
  const sides = await Promise.all([
    assignParent(staff, { distributorId: one, parentId: two }, now),
    assignParent(staff, { distributorId: two, parentId: one }, now),
  ]);
  expect(sides.filter(({ ok }) => ok)).toHaveLength(1);
});
