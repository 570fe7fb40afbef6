import { expect, test, vi } from "vitest";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { type FoundLink, LinkCache } from "@/web/landing/link-cache";

const code = "abcdefghjk";

function newCache() {
  const clock = { ms: 0 };
  const shop = { merchantId: authorizeMerchantId("m"), host: "a.test", origin: "http://a.test" };
  const link = {
    linkId: "l",
    revoked: false,
    target: { kind: "shop", slug: "" },
    path: "/",
  } as const;
  const database = { down: false, hangs: false, known: true, revoked: false };
  const lookUp = vi.fn(async (): Promise<FoundLink | null> => {
    if (database.hangs) await new Promise(() => {});
    if (database.down) throw new Error("down");
    return { shop, link: database.known ? { ...link, revoked: database.revoked } : null };
  });
  return { cache: new LinkCache(() => clock.ms, lookUp), clock, database, lookUp };
}

test("a revoked link stops working within two seconds", async () => {
  const { cache, clock, database } = newCache();
  expect((await cache.find("a.test", code))?.link?.revoked).toBe(false);
  database.revoked = true;
  clock.ms += 2_000;
  expect((await cache.find("a.test", code))?.link?.revoked).toBe(true);
});

test("a rush on one link costs one question in two seconds", async () => {
  const { cache, lookUp } = newCache();
  await Promise.all(Array.from({ length: 100 }, () => cache.find("a.test", code)));
  await cache.find("a.test", code);
  expect(lookUp).toHaveBeenCalledTimes(1);
});

test("a known link still leads to its product while the database is away", async () => {
  const { cache, clock, database } = newCache();
  await cache.find("a.test", code);
  clock.ms += 60_000;
  database.down = true;
  expect((await cache.find("a.test", code))?.link?.linkId).toBe("l");
  database.hangs = true;
  clock.ms += 3_000;
  const startedAt = performance.now();
  expect((await cache.find("a.test", code))?.link?.linkId).toBe("l");
  expect((await cache.find("a.test", code))?.link?.linkId).toBe("l");
  expect(performance.now() - startedAt).toBeLessThan(500);
  clock.ms += 600_000;
  await expect(cache.find("a.test", code)).rejects.toThrow();
});

test("a code that is unknown now may be known a moment later", async () => {
  const { cache, database } = newCache();
  database.known = false;
  expect((await cache.find("a.test", code))?.link).toBeNull();
  database.known = true;
  expect((await cache.find("a.test", code))?.link?.linkId).toBe("l");
});
