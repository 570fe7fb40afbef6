import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { type AuditActor, recordAudit } from "@/features/audit/commands/record-audit";
import { sealAuditEntries } from "@/features/audit/commands/seal-audit-entries";
import { getAuditChain } from "@/features/audit/queries/get-audit-chain";
import { listAuditEntries } from "@/features/audit/queries/list-audit-entries";
import { type AuditAction, type AuditFilter, auditFilterSchema } from "@/features/audit/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const day = (number: number) => new Date(`2026-03-0${number}T04:00:00.000Z`);

async function record(
  { merchantId, level1 }: TestMerchant,
  entry: { action: AuditAction; actor: AuditActor; now: Date },
): Promise<void> {
  await inMerchant(merchantId, (tx) =>
    recordAudit(tx, {
      merchantId,
      objectKind: "distributor",
      objectId: level1.distributorId,
      details: { reason: "资料不全" },
      ...entry,
    }),
  );
}

async function list({ merchantId }: TestMerchant, asked: AuditFilter, limit = 50) {
  const filter = auditFilterSchema.parse(asked);
  return inMerchant(merchantId, (tx) => listAuditEntries(tx, merchantId, { filter, limit }));
}

let a: TestMerchant;
let b: TestMerchant;

beforeAll(async () => {
  ({ a, b } = await testMerchants());
  await recordThree(a);
  await recordThree(b);
});

async function recordThree(shop: TestMerchant): Promise<void> {
  const staff = { kind: "staff", id: shop.ownerId } as const;
  await record(shop, {
    action: "distributor.apply",
    actor: { kind: "customer", id: shop.level1.customerId },
    now: day(1),
  });
  await record(shop, { action: "distributor.approve", actor: staff, now: day(2) });
  await record(shop, { action: "distributor.freeze", actor: staff, now: day(3) });
}

test("the newest comes first, with names of who acted and on whom, and never another merchant's", async () => {
  const { entries, nextCursor } = await list(a, {});
  expect(nextCursor).toBeNull();
  expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
    ["distributor.freeze", "Owner"],
    ["distributor.approve", "Owner"],
    ["distributor.apply", "a-level1"],
  ]);
  expect(entries[0]).toMatchObject({
    actorKind: "staff",
    objectKind: "distributor",
    objectLabel: "a-level1",
    details: { reason: "资料不全" },
    seal: null,
  });
  const foreign = (await list(b, {})).entries.map(({ objectLabel }) => objectLabel);
  expect(foreign).toEqual(["b-level1", "b-level1", "b-level1"]);
});

test("who, what, about which object and when each narrow the log", async () => {
  const actionsOf = async (filter: AuditFilter) =>
    (await list(a, filter)).entries.map(({ action }) => action.split(".")[1]);
  expect(await actionsOf({ actor: "customer" })).toEqual(["apply"]);
  expect(await actionsOf({ actor: a.ownerId })).toEqual(["freeze", "approve"]);
  expect(await actionsOf({ actor: b.ownerId })).toEqual([]);
  expect(await actionsOf({ action: "distributor.approve" })).toEqual(["approve"]);
  expect(await actionsOf({ object: a.level1.distributorId })).toHaveLength(3);
  expect(await actionsOf({ object: b.level1.distributorId })).toEqual([]);
  expect(await actionsOf({ object: "2026030100001" })).toEqual([]);
  expect(await actionsOf({ from: "2026-03-02", until: "2026-03-02" })).toEqual(["approve"]);
});

test("pages follow one another without a gap or a repetition, also among entries of one moment", async () => {
  const actor = { kind: "system" } as const;
  for (let count = 0; count < 5; count += 1) {
    await record(b, { action: "distributor.apply", actor, now: day(1) });
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(b, { cursor }, 2);
    seen.push(...page.entries.map(({ entryId }) => entryId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(8);
  expect(seen).toHaveLength(8);
});

test("an entry tells its place in the chain once it is sealed, and the chain tells how far it reaches", async () => {
  const chainOf = ({ merchantId }: TestMerchant) =>
    inMerchant(merchantId, (tx) => getAuditChain(tx, { merchantId }));
  expect(await chainOf(a)).toMatchObject({ sealed: 0, waiting: 3 });
  await sealAuditEntries(a.merchantId);
  const { entries } = await list(a, {});
  expect(entries.map(({ seal }) => seal?.seq)).toEqual([3, 2, 1]);
  expect(await chainOf(a)).toMatchObject({ sealed: 3, waiting: 0, hash: entries[0]?.seal?.hash });
  expect(await chainOf(b)).toMatchObject({ sealed: 0, waiting: 8 });
});
