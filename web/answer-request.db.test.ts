import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { v4 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addCustomer } from "@/e2e/share-fixtures";
import { recordEvents } from "@/features/events/commands/record-events";
import type { PageEvent } from "@/features/events/schema";
import { merchantOfHost } from "@/features/merchants/gate";
import { createShareLink } from "@/features/sharing/commands/create-share-link";
import { revokeShareLink } from "@/features/sharing/commands/revoke-share-link";
import { writeShareClicks } from "@/features/sharing/commands/write-share-clicks";
import { secureRandom } from "@/lib/ids/random-code";
import { answerRequests } from "@/web/answer-request";
import { VisitorBudget } from "@/web/events/visitor-budget";
import { MerchantBooks } from "@/web/group-commit/merchant-books";
import { BindQueue } from "@/web/landing/bind-queue";
import { LinkCache } from "@/web/landing/link-cache";
import { PageCache } from "@/web/landing/page-cache";

const { a, b } = await testMerchants();
const now = new Date("2026-06-01T08:00:00Z");
const phone = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.60";

const clicks = new MerchantBooks("clicks", writeShareClicks);
const health = { ready: true, stopping: false };
const server = createServer(
  answerRequests({
    // Stands in for Next: says what it was asked.
    next: async (asked, response) => {
      response.end(`next ${asked.url} ${asked.headers.cookie ?? ""}`);
    },
    landing: {
      links: new LinkCache(Date.now),
      pages: new PageCache({
        fetchPage: async (host, path) => ({
          status: 200,
          headers: { "content-type": "text/html; charset=utf-8" },
          body: Buffer.from(`page ${host}${path}`),
        }),
        nowMs: Date.now,
        onTrouble: () => {},
      }),
      clicks,
      binds: new BindQueue(),
      now: () => new Date(),
    },
    events: {
      findShop: merchantOfHost,
      books: new MerchantBooks<readonly PageEvent[]>("events", (merchantId, batches) =>
        recordEvents(merchantId, batches.flat()),
      ),
      budget: new VisitorBudget(),
      now: () => new Date(),
    },
    health: { isReady: async () => health.ready, isStopping: () => health.stopping },
    dev: false,
    landingToken: "secret",
  }),
);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

function ask(
  path: string,
  options: { host?: string; method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { host = a.host, method = "GET", headers = {}, body } = options;
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: { host, "user-agent": phone, ...headers },
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

async function newLink() {
  const sharer = { ...a.scope(), ...(await addCustomer(a)) };
  const input = { target: { kind: "product", slug: "product-1" }, channel: "card" } as const;
  const link = await createShareLink(sharer, input, { now, random: secureRandom });
  if (!link.ok) throw new Error(link.reason);
  return { sharer, ...link };
}

async function visitorsOf(linkId: string): Promise<string[]> {
  const { rows } = await asSuperuser((db) =>
    db.query("select visitor_id as id from share_click where link_id = $1", [linkId]),
  );
  return rows.map(({ id }) => id);
}

test("one request leads from link to product; the click is in the database when the answer is", async () => {
  const { code, linkId } = await newLink();
  const answer = await ask(`/s/${code}?from=singlemessage`);
  expect(answer).toMatchObject({ status: 200, body: "page localhost/p/product-1" });
  expect(answer.headers["cache-control"]).toBe("no-store");
  const [visitorId] = await visitorsOf(linkId);
  expect(answer.headers["set-cookie"]).toEqual([
    expect.stringMatching(`^renhe_visitor=${visitorId}; .*HttpOnly; SameSite=Lax`),
  ]);
});

test("a browser that came before keeps its id", async () => {
  const { code, linkId } = await newLink();
  const visitorId = v4();
  const cookie = `other=1; renhe_visitor=${visitorId}`;
  const answer = await ask(`/s/${code}`, { headers: { cookie } });
  expect(answer.headers["set-cookie"]).toBeUndefined();
  expect(await visitorsOf(linkId)).toEqual([visitorId]);
});

test("five hundred openings at once are five hundred clicks", async () => {
  const { code, linkId } = await newLink();
  const answers = await Promise.all(Array.from({ length: 500 }, () => ask(`/s/${code}`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(await visitorsOf(linkId)).size).toBe(500);
});

test("looks ahead, machines, HEAD and the router's own fetches are served and not counted", async () => {
  const { code, linkId } = await newLink();
  const head = await ask(`/s/${code}`, { method: "HEAD" });
  expect([head.status, head.body]).toEqual([200, ""]);
  expect((await ask(`/s/${code}`, { headers: { "user-agent": "curl/8" } })).status).toBe(200);
  expect((await ask(`/s/${code}`, { headers: { "sec-purpose": "prefetch" } })).status).toBe(200);
  const data = await ask(`/s/${code}?_rsc=1`, { headers: { rsc: "1" } });
  expect(data.body).toMatch("next /p/product-1?_rsc=1");
  expect(await visitorsOf(linkId)).toEqual([]);
});

test("unknown, malformed and foreign codes say so with 404, stopped ones with 410, each with a way into the shop", async () => {
  const { code, linkId, sharer } = await newLink();
  for (const path of ["/s/", "/s/nothing", "/s/bcdfghjkmn", "/s/%00", `/s/${"x".repeat(3000)}`]) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.body).toContain("没有找到这个分享链接");
    expect(answer.body).toContain('href="/"');
  }
  expect((await ask(`/s/${code}`, { host: b.host })).status).toBe(404);
  expect((await ask(`/s/${code}`, { host: "nobody.test" })).status).toBe(404);
  await revokeShareLink(sharer, { linkId, revoked: true }, now);
  const stopped = await ask(`/s/${code}`);
  expect(stopped.status).toBe(410);
  expect(stopped.body).toContain("已停用");
  expect((await ask(`/s/${code}`, { method: "POST" })).status).toBe(405);
  expect(await visitorsOf(linkId)).toEqual([]);
});

test("the mall's API never meets a browser without an id; pages get no cookie", async () => {
  const api = await ask("/api/mall/cart");
  const [cookie] = api.headers["set-cookie"] ?? [];
  expect(cookie).toMatch(/^renhe_visitor=[0-9a-f-]{36};/);
  expect(api.body).toBe(`next /api/mall/cart ${cookie?.split(";")[0]}`);
  expect((await ask("/p/product-1")).headers["set-cookie"]).toBeUndefined();
});

test("the dashboard stands in no frame, the mall only where the settings say; types are not guessed", async () => {
  const mall = await ask("/p/product-1");
  const dashboard = await ask("/merchant/orders");
  expect(mall.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(dashboard.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(mall.headers["x-content-type-options"]).toBe("nosniff");
});

test("a body beyond the limit is refused, announced or not", async () => {
  const body = "x".repeat(1_000_001);
  expect((await ask("/api/mall/cart", { method: "POST", body })).status).toBe(413);
});

test("an address with a NUL or a broken escape is not found, and says so", async () => {
  for (const path of ["/c/%00", "/search?q=%00", "/p/%E0%A4%A", "/api/mall/products/%00"]) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.body).toContain("这一页不在了");
  }
  expect((await ask("/search?q=%25")).body).toMatch("next /search?q=%25");
});

test("ready means database ready and not on the way out; alive means alive", async () => {
  expect((await ask("/readyz")).status).toBe(200);
  health.ready = false;
  expect((await ask("/readyz")).status).toBe(503);
  expect((await ask("/livez")).status).toBe(200);
  health.ready = true;
  health.stopping = true;
  expect((await ask("/readyz")).status).toBe(503);
  health.stopping = false;
  expect((await ask("/version")).body).toMatch(/version/);
});

test("WeChat finds the proof of a domain that its merchant entered, on that domain only", async () => {
  const proofs = JSON.stringify({ "MP_verify_abc123.txt": "abc123" });
  await asSuperuser((db) =>
    db.query("update merchant_wechat set domain_proofs = $2 where merchant_id = $1", [
      a.merchantId,
      proofs,
    ]),
  );
  expect(await ask("/MP_verify_abc123.txt")).toMatchObject({ status: 200, body: "abc123" });
  expect((await ask("/MP_verify_abc123.txt", { host: b.host })).status).toBe(404);
  expect((await ask("/MP_verify_other.txt")).status).toBe(404);
});
