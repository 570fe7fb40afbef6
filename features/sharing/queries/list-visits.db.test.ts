import { v4 } from "uuid";
import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addCustomer } from "@/e2e/share-fixtures";
import { joinVisitor } from "@/features/customers/commands/join-visitor";
import { createShareLink } from "@/features/sharing/commands/create-share-link";
import { recordShareClicks } from "@/features/sharing/commands/record-share-clicks";
import { listShareLinks } from "@/features/sharing/queries/list-share-links";
import { listVisits } from "@/features/sharing/queries/list-visits";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";

const { a, b } = await testMerchants();
const at = { now: new Date("2026-06-01T08:00:00Z"), random: secureRandom };

async function newSharer(nickname = "") {
  const sharer = { ...a.scope(), ...(await addCustomer(a, nickname)) };
  const input = { target: { kind: "product", slug: "product-1" }, channel: "card" } as const;
  const link = await createShareLink(sharer, input, at);
  if (!link.ok) throw new Error(link.reason);
  return { ...sharer, linkId: link.linkId };
}

function visitOf(linkId: string, visitorId: string, second = 0) {
  const clickedAt = new Date(at.now.getTime() + second * 1000);
  return { clickId: newId(), linkId, visitorId, clickedAt, inWechat: true };
}

const visitsOf = (merchant: typeof a, sharerCustomerId: string, limit = 50) =>
  inMerchant(merchant.merchantId, (tx) =>
    listVisits(tx, { merchantId: merchant.merchantId, sharerCustomerId, limit }),
  );

test("a batch of clicks is written whole, newcomers with it, the newest listed first", async () => {
  const { linkId, customerId } = await newSharer();
  const visits = Array.from({ length: 300 }, (_, second) => visitOf(linkId, v4(), second));
  // One browser twice in the same batch.
  const [first] = visits;
  if (!first) throw new Error("no visit");
  await recordShareClicks(a.merchantId, [...visits, visitOf(linkId, first.visitorId, 400)]);
  const listed = await visitsOf(a, customerId, 500);
  expect(listed).toHaveLength(301);
  expect(listed[0]?.clickedAt).toEqual(new Date(at.now.getTime() + 400_000));
  expect(listed[0]).toMatchObject({ targetTitle: "粽子 1", channel: "card", visitorName: "" });
  const { merchantId } = a;
  const links = await inMerchant(merchantId, (tx) =>
    listShareLinks(tx, { merchantId, sharerCustomerId: customerId, limit: 10 }),
  );
  expect(links[0]).toMatchObject({ visitCount: 301, visitorCount: 300 });
});

test("a batch that is written again after an unclear answer counts once", async () => {
  const { linkId, customerId } = await newSharer();
  const visits = [visitOf(linkId, v4()), visitOf(linkId, v4())];
  await recordShareClicks(a.merchantId, visits);
  await recordShareClicks(a.merchantId, [...visits, visitOf(linkId, v4())]);
  expect(await visitsOf(a, customerId)).toHaveLength(3);
});

test("opening an own link is no visit of a friend, also when signing in comes later", async () => {
  const { linkId, customerId, visitorId, merchantId } = await newSharer();
  const secondPhone = v4();
  await recordShareClicks(merchantId, [visitOf(linkId, visitorId), visitOf(linkId, secondPhone)]);
  expect(await visitsOf(a, customerId)).toHaveLength(1);
  await inMerchant(merchantId, (tx) =>
    joinVisitor(tx, { merchantId, visitorId: secondPhone, customerId }, at),
  );
  expect(await visitsOf(a, customerId)).toHaveLength(0);
});

test("a sharer sees of a friend's name its first sign only, and of other sharers' visits nothing", async () => {
  const [one, two] = [await newSharer(), await newSharer()];
  const friend = await addCustomer(a, "欧阳小满");
  await recordShareClicks(a.merchantId, [visitOf(one.linkId, friend.visitorId)]);
  const listed = await visitsOf(a, one.customerId);
  expect(listed.map(({ visitorName }) => visitorName)).toEqual(["欧**"]);
  expect(JSON.stringify(listed)).not.toContain("小满");
  expect(await visitsOf(a, two.customerId)).toEqual([]);
  expect(await visitsOf(b, one.customerId)).toEqual([]);
});

test("a click cannot be written into another merchant's link", async () => {
  const { linkId } = await newSharer();
  await expect(recordShareClicks(b.merchantId, [visitOf(linkId, v4())])).rejects.toThrow();
  const rows = await asSuperuser((db) =>
    db.query("select count(*)::int as n from share_click where link_id = $1", [linkId]),
  );
  expect(rows.rows[0].n).toBe(0);
});
