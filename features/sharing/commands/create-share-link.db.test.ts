import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addCustomer } from "@/e2e/share-fixtures";
import { createShareLink } from "@/features/sharing/commands/create-share-link";
import { recordShareClicks } from "@/features/sharing/commands/record-share-clicks";
import { revokeShareLink } from "@/features/sharing/commands/revoke-share-link";
import { resolveShareCode } from "@/features/sharing/queries/resolve-share-code";
import { isShareCode, type ShareTarget } from "@/features/sharing/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";

const { a, b } = await testMerchants();
const at = { now: new Date("2026-06-01T08:00:00Z"), random: secureRandom };
const product: ShareTarget = { kind: "product", slug: "product-1" };
const shop: ShareTarget = { kind: "shop", slug: "" };

const resolve = (merchant: typeof a, code: string) =>
  inMerchant(merchant.merchantId, (tx) =>
    resolveShareCode(tx, { merchantId: merchant.merchantId, code }),
  );

async function linkOf(sharer: ReturnType<typeof a.scope>, target = product) {
  const created = await createShareLink(sharer, { target, channel: "card" }, at);
  if (!created.ok) throw new Error(created.reason);
  return created;
}

test("fifty calls at once for one sharer, target and channel get one link with one code", async () => {
  const sharer = { ...a.scope(), ...(await addCustomer(a)) };
  const created = await Promise.all(Array.from({ length: 50 }, () => linkOf(sharer)));
  expect(new Set(created.map(({ code }) => code)).size).toBe(1);
  expect(isShareCode(created[0]?.code ?? "")).toBe(true);
  const rows = await asSuperuser((db) =>
    db.query("select count(*)::int as n from share_link where sharer_customer_id = $1", [
      sharer.customerId,
    ]),
  );
  expect(rows.rows[0].n).toBe(1);
});

test("another channel, target or sharer has a link of its own", async () => {
  const [one, two] = [await addCustomer(a), await addCustomer(a)];
  const codes = [
    (await linkOf({ ...a.scope(), ...one })).code,
    (await linkOf({ ...a.scope(), ...one }, shop)).code,
    (await linkOf({ ...a.scope(), ...two })).code,
  ];
  const qr = await createShareLink(
    { ...a.scope(), ...one },
    { target: product, channel: "qr" },
    at,
  );
  expect(new Set([...codes, qr.ok && qr.code]).size).toBe(4);
});

test("a code that is taken is drawn again", async () => {
  const fixed = { now: at.now, random: (size: number) => new Uint8Array(size).fill(7) };
  const first = await createShareLink(
    { ...a.scope(), ...(await addCustomer(a)) },
    { target: product, channel: "card" },
    fixed,
  );
  const draws = [7, 7, 9];
  const second = await createShareLink(
    { ...a.scope(), ...(await addCustomer(a)) },
    { target: product, channel: "card" },
    { now: at.now, random: (size) => new Uint8Array(size).fill(draws.shift() ?? 11) },
  );
  expect(first.ok && second.ok && first.code !== second.code).toBe(true);
});

test("a link's parent is the link by which its sharer came last, never an own one", async () => {
  const [sharer, friend] = [await addCustomer(a), await addCustomer(a)];
  const parent = await linkOf({ ...a.scope(), ...sharer });
  const own = await linkOf({ ...a.scope(), ...friend }, shop);
  const visit = { visitorId: friend.visitorId, inWechat: true };
  await recordShareClicks(a.merchantId, [
    { ...visit, clickId: newId(), linkId: parent.linkId, clickedAt: at.now },
    { ...visit, clickId: newId(), linkId: own.linkId, clickedAt: new Date("2026-06-02") },
  ]);
  const child = await linkOf({ ...a.scope(), ...friend });
  const rows = await asSuperuser((db) =>
    db.query("select id, parent_link_id as parent from share_link where id = any($1::uuid[])", [
      [own.linkId, child.linkId],
    ]),
  );
  const parents = new Map(rows.rows.map(({ id, parent: hop }) => [id, hop]));
  expect(parents.get(child.linkId)).toBe(parent.linkId);
  expect(parents.get(own.linkId)).toBeNull();
});

test("what the shop does not show cannot be shared", async () => {
  for (const target of [
    { kind: "product", slug: "nothing" },
    { kind: "scene", slug: "product-1" },
    { kind: "shop", slug: "home" },
  ] as const) {
    const created = await createShareLink(a.scope(), { target, channel: "card" }, at);
    expect(created).toEqual({ ok: false, reason: "target_gone" });
  }
});

test("a code means something in its own shop only, and nothing that was not given out does", async () => {
  const { code } = await linkOf(a.scope());
  expect(await resolve(a, code)).toMatchObject({ revoked: false, path: "/p/product-1" });
  expect(await resolve(b, code)).toBeNull();
  for (const wrong of ["", "abc", "ABCDEFGHJK", "0000000000", "' or 1=1 --", "bcdfghjkmn"]) {
    expect(await resolve(a, wrong)).toBeNull();
  }
});

test("only its sharer stops a link; it says so until it is restored", async () => {
  const sharer = { ...a.scope(), ...(await addCustomer(a)) };
  const { linkId, code } = await linkOf(sharer);
  const stop = { linkId, revoked: true };
  const refused = { ok: false, reason: "not_found" };
  expect(await revokeShareLink(a.scope(), stop, at.now)).toEqual(refused);
  expect(await revokeShareLink(b.scope(), stop, at.now)).toEqual(refused);
  expect(await revokeShareLink(sharer, stop, at.now)).toEqual({ ok: true });
  expect(await revokeShareLink(sharer, stop, at.now)).toEqual(refused);
  expect(await resolve(a, code)).toMatchObject({ revoked: true });
  expect(await createShareLink(sharer, { target: product, channel: "card" }, at)).toEqual({
    ok: false,
    reason: "link_revoked",
  });
  expect(await revokeShareLink(sharer, { linkId, revoked: false }, at.now)).toEqual({ ok: true });
  expect((await linkOf(sharer)).code).toBe(code);
});
