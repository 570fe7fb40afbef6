import { v4 } from "uuid";
import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { setFavourite } from "@/features/favourites/commands/set-favourite";
import { isFavourite } from "@/features/favourites/queries/is-favourite";
import { listFavourites } from "@/features/favourites/queries/list-favourites";
import type { FavouriteOwner } from "@/features/favourites/schema";
import { ensureVisitor } from "@/features/visitors/commands/ensure-visitor";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const now = new Date("2026-06-01T04:00:00.000Z");
const slug = "product-1";
const browser = (visitorId = v4(), customerId: string | null = null): FavouriteOwner => ({
  merchantId: a.merchantId,
  visitorId,
  customerId,
});
const keep = (owner: FavouriteOwner, isOn = true) => setFavourite(owner, { slug, isOn }, now);
const isKept = (owner: FavouriteOwner) =>
  inMerchant(owner.merchantId, (tx) =>
    isFavourite(tx, { merchantId: owner.merchantId, owner, slug }),
  );
const titlesOf = async (owner: FavouriteOwner) =>
  (await inMerchant(owner.merchantId, (tx) => listFavourites(tx, owner))).map((card) => card.slug);

test("what a browser keeps is its own, twice is once, and it can be let go", async () => {
  const mine = browser();
  expect(await keep(mine)).toEqual({ ok: true });
  expect(await keep(mine)).toEqual({ ok: true });
  expect(await titlesOf(mine)).toEqual([slug]);
  expect(await isKept(browser())).toBe(false);
  await keep(mine, false);
  expect(await isKept(mine)).toBe(false);
});

test("a customer finds what was kept on all of their browsers, once, and lets go of all of them", async () => {
  const { customerId, visitorId } = a;
  const second = v4();
  await inMerchant(a.merchantId, async (tx) => {
    await ensureVisitor(tx, { merchantId: a.merchantId, visitorId: second, now });
    await tx.visitor.updateMany({ where: { id: second }, data: { customerId, joinedAt: now } });
  });
  await keep(browser(visitorId));
  await keep(browser(second));
  const third = browser(v4(), customerId);
  expect(await titlesOf(third)).toEqual([slug]);
  await keep(third, false);
  expect(await isKept(browser(visitorId))).toBe(false);
  expect(await titlesOf(third)).toEqual([]);
});

test("what the shop does not sell cannot be kept, and another shop knows nothing of it", async () => {
  const mine = browser();
  expect(await setFavourite(mine, { slug: "no-such", isOn: true }, now)).toEqual({
    ok: false,
    reason: "not_found",
  });
  await keep(mine);
  expect(await isKept({ ...mine, merchantId: b.merchantId })).toBe(false);
  await keep(mine, false);
});
