import { expect, test } from "vitest";
import type { RfmSegment } from "@/domain/metrics/rfm";
import { testMerchants } from "@/e2e/database";
import { addCustomer } from "@/e2e/share-fixtures";
import { dropTag } from "@/features/customers/commands/drop-tag";
import { tagCustomer } from "@/features/customers/commands/tag-customer";
import { untagCustomer } from "@/features/customers/commands/untag-customer";
import { listCustomers } from "@/features/customers/queries/list-customers";
import { listTags } from "@/features/customers/queries/list-tags";
import { MAX_TAGS } from "@/features/customers/schema";
import { tagRfmSegment } from "@/features/insights/commands/tag-rfm-segment";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const { merchantId } = a;
const staff = { merchantId, staffId: a.ownerId };
const now = new Date("2026-08-01T00:00:00Z");
const slice = { kind: "all", key: "" } as const;
const all = { slice, segment: null, before: null } as const;

async function place(segment: RfmSegment, before: string, customerRef = ""): Promise<string> {
  const personId = customerRef ? newId() : (await addCustomer(a)).customerId;
  await inMerchant(merchantId, (tx) =>
    tx.rfmCustomer.create({
      data: {
        ...{ merchantId, personId, customerRef, segment, segmentBefore: before },
        ...{ orders: 1, netFen: 100n, lastAt: now, lastDay: now, lastOrderNo: "1" },
      },
    }),
  );
  return personId;
}

const stays = await place("111", "111");
const came = await place("111", "000");
const other = await place("000", "");
await place("111", "111", "imported-1");

const tagged = async (tag: string, merchant = a) => {
  const asked = { merchantId: merchant.merchantId, filter: { tag }, now };
  const { customers } = await inMerchant(merchant.merchantId, (tx) => listCustomers(tx, asked));
  return customers.map(({ customerId }) => customerId).sort();
};
const audited = (action: string) =>
  inMerchant(merchantId, (tx) => tx.auditEntry.count({ where: { merchantId, action } }));

test("a segment's tag finds just its customers; put on again it adds nobody and records nothing", async () => {
  const asked = { tag: "重要价值", slice, segment: "111", before: null } as const;
  expect(await tagRfmSegment(staff, asked, now)).toEqual({
    ...{ ok: true, added: 2, had: 0, unreachable: 1 },
  });
  expect(await tagged("重要价值")).toEqual([stays, came].sort());
  expect(await tagRfmSegment(staff, asked, now)).toMatchObject({ added: 0, had: 2 });
  expect(await audited("customer_tag.segment")).toBe(1);
  await tagRfmSegment(staff, { tag: "新近", slice, segment: "111", before: "000" }, now);
  expect(await tagged("新近")).toEqual([came]);
});

test("two who tag the same segment at once leave one tag each", async () => {
  const asked = { tag: "同时", ...all };
  const done = await Promise.all([1, 2].map(() => tagRfmSegment(staff, asked, now)));
  const added = done.map((one) => (one.ok ? one.added : -1)).sort();
  expect(added).toEqual([0, 3]);
  expect(await tagged("同时")).toEqual([stays, came, other].sort());
});

test("a tag is put on one customer and taken off, and off everybody; each change stands in the audit trail once", async () => {
  const one = { customerId: other, tag: "回访" };
  for (const _twice of [1, 2]) expect(await tagCustomer(staff, one, now)).toEqual({ ok: true });
  expect([await tagged("回访"), await audited("customer.tag")]).toEqual([[other], 1]);
  for (const _twice of [1, 2]) expect(await untagCustomer(staff, one, now)).toEqual({ ok: true });
  expect([await tagged("回访"), await audited("customer.untag")]).toEqual([[], 1]);
  expect(await dropTag(staff, "同时", now)).toEqual({ ok: true, customers: 3 });
  expect(await dropTag(staff, "同时", now)).toEqual({ ok: true, customers: 0 });
  expect([await tagged("同时"), await audited("customer_tag.drop")]).toEqual([[], 1]);
});

test("another merchant sees no tag, finds nobody by it, and tags nobody else's customer", async () => {
  const theirs = { merchantId: b.merchantId, staffId: b.ownerId };
  const seen = await inMerchant(b.merchantId, (tx) => listTags(tx, { merchantId: b.merchantId }));
  expect([seen, await tagged("重要价值", b)]).toEqual([[], []]);
  const refused = await tagCustomer(theirs, { customerId: other, tag: "抢来的" }, now);
  expect(refused).toEqual({ ok: false, reason: "not_found" });
  expect(await tagRfmSegment(theirs, { tag: "抢来的", ...all }, now)).toMatchObject({ added: 0 });
  await dropTag(theirs, "重要价值", now);
  expect(await tagged("重要价值")).toHaveLength(2);
});

test("who was erased gets no tag, and there are never more tags than the list holds", async () => {
  await inMerchant(merchantId, (tx) =>
    tx.customer.updateMany({ where: { merchantId, id: other }, data: { erasedAt: now } }),
  );
  await tagRfmSegment(staff, { tag: "全部", ...all }, now);
  expect(await tagged("全部")).toEqual([stays, came].sort());
  const known = await inMerchant(merchantId, (tx) => listTags(tx, { merchantId }));
  const rows = Array.from({ length: MAX_TAGS - known.length }, (_, at) => ({
    ...{ merchantId, customerId: stays, tag: `第 ${at} 种`, taggedAt: now },
  }));
  await inMerchant(merchantId, (tx) => tx.customerTag.createMany({ data: rows }));
  const full = { ok: false, reason: "too_many_tags" };
  expect(await tagCustomer(staff, { customerId: came, tag: "再一种" }, now)).toEqual(full);
  expect(await tagRfmSegment(staff, { tag: "再一种", ...all }, now)).toEqual(full);
  expect(await tagCustomer(staff, { customerId: came, tag: "第 0 种" }, now)).toEqual({ ok: true });
});
