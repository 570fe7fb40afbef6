import { gunzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { PageCache } from "@/web/landing/page-cache";

function newCache() {
  const clock = { ms: 1_000_000 };
  const next = { version: 0, status: 200, fails: false };
  const fetchPage = vi.fn(async (host: string, path: string) => {
    if (next.fails) throw new Error("Next is away");
    next.version += 1;
    const body = Buffer.from(`${host}${path} ${next.version}`);
    return { status: next.status, headers: { "content-type": "text/html" }, body };
  });
  const onTrouble = vi.fn();
  const cache = new PageCache({ fetchPage, nowMs: () => clock.ms, onTrouble });
  const read = async (host = "a.test", path = "/p/1") =>
    (await cache.get(host, path)).body.toString();
  return { cache, clock, next, fetchPage, onTrouble, read };
}

test("fifty readers at once cost one fetch; the compressed page is the page", async () => {
  const { cache, fetchPage } = newCache();
  const pages = await Promise.all(Array.from({ length: 50 }, () => cache.get("a.test", "/p/1")));
  expect(fetchPage).toHaveBeenCalledTimes(1);
  const [page] = pages;
  if (!page) throw new Error("no page");
  expect(gunzipSync(page.gzipped)).toEqual(page.body);
});

test("one shop's page is never another's", async () => {
  const { read } = newCache();
  expect(await read("a.test")).toBe("a.test/p/1 1");
  expect(await read("b.test")).toBe("b.test/p/1 2");
});

test("after five seconds the old page is shown once more while the new one is fetched", async () => {
  const { clock, read, fetchPage } = newCache();
  expect(await read()).toMatch(/ 1$/);
  clock.ms += 4_900;
  expect(await read()).toMatch(/ 1$/);
  expect(fetchPage).toHaveBeenCalledTimes(1);
  clock.ms += 200;
  expect(await read()).toMatch(/ 1$/);
  await vi.waitFor(() => expect(fetchPage).toHaveBeenCalledTimes(2));
  expect(await read()).toMatch(/ 2$/);
});

test("a page that nobody asked for in half a minute is fetched anew before it is shown", async () => {
  const { clock, read } = newCache();
  await read();
  clock.ms += 31_000;
  expect(await read()).toMatch(/ 2$/);
});

test("when Next cannot give a page the last one stands in for ten minutes; an error is never kept", async () => {
  const { clock, next, read, onTrouble } = newCache();
  await read();
  next.fails = true;
  clock.ms += 60_000;
  expect(await read()).toMatch(/ 1$/);
  expect(onTrouble).toHaveBeenCalled();
  next.fails = false;
  next.status = 500;
  expect(await read()).toMatch(/ 1$/);
  clock.ms += 600_000;
  await expect(read()).rejects.toThrow();
});
