import { expect, test } from "@playwright/test";
import { type Answer, ask } from "@/e2e/routes/ask";
import { fillPath, wrongIds } from "@/e2e/routes/probe-id";
import type { IdKind, Rule } from "@/e2e/routes/route-rule";
import { pageRules } from "@/e2e/routes/route-table";
import { readSamples, type Samples } from "@/e2e/routes/sample-ids";
import { customerCookie, staffCookie } from "@/e2e/routes/sign-in-by-http";
import { AZHEN, XIAOLIN } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

let samples: Record<IdKind, Samples>;
let cookies: Record<Rule["door"], string>;

test.beforeAll(async () => {
  samples = await readSamples();
  cookies = {
    everybody: "",
    firstVisitor: "",
    customer: await customerCookie(XIAOLIN.id),
    distributor: await customerCookie(AZHEN.id),
    staff: await staffCookie("owner@ruoli.example"),
  };
});

const pages = Object.entries(pageRules);
const ownPath = (path: string, { id }: Rule) =>
  fillPath(path, encodeURIComponent((id && samples[id].own) ?? ""));

test("whoever may open a page gets it; the page that stands for all others is a 404 in the shop's dress", async () => {
  for (const [path, rule] of pages) {
    if (rule.door === "firstVisitor") continue;
    const answer = await ask(ownPath(path, rule), { cookie: cookies[rule.door] });
    const wanted = path.endsWith("/[...path]") ? 404 : 200;
    expect([path, answer.status]).toEqual([path, wanted]);
    expect(answer.headers["content-type"]).toContain("text/html");
  }
});

test("without signing in, customers are led to WeChat, staff to their sign-in, and come back where they were", async () => {
  for (const [path, rule] of pages.filter(([, { door }]) => door !== "everybody")) {
    const asked = ownPath(path, rule);
    const { status, headers } = await ask(asked);
    expect([path, status]).toEqual([path, 307]);
    const there = String(headers.location);
    if (path.startsWith("/merchant")) expect(there).toBe("/merchant/sign-in");
    else expect(there).toMatch(/^\/api\/wechat\/oauth\/start\?returnTo=%2F/);
  }
});

test("a page with another merchant's, another customer's or a senseless id is not there: 404 with a sentence", async () => {
  test.setTimeout(180_000);
  for (const [path, rule] of pages) {
    const { id } = rule;
    if (!id) continue;
    for (const [why, value] of wrongIds({ ...rule, id }, samples)) {
      const asked = fillPath(path, value);
      expectNotThere(asked, why, await ask(asked, { cookie: cookies[rule.door] }));
    }
  }
});

test("staff of the other shop, and customers, find no page of this shop's dashboard", async () => {
  const stranger = await staffCookie("owner@yunjiao.example", "tea.localhost");
  for (const cookie of [stranger, cookies.customer]) {
    for (const [path, rule] of pages.filter(([, { door }]) => door === "staff")) {
      const { status, headers } = await ask(ownPath(path, rule), { cookie });
      expect([path, status, headers.location]).toEqual([path, 307, "/merchant/sign-in"]);
    }
  }
});

test("a session of one shop opens nothing in the other", async () => {
  for (const [path, rule] of pages.filter(([, { door }]) => door !== "everybody")) {
    const answer = await ask(ownPath(path, rule), {
      host: "tea.localhost",
      cookie: cookies[rule.door],
    });
    expect([path, answer.status]).toEqual([path, 307]);
  }
});

test("an unknown host has no pages, whatever is asked", async () => {
  for (const host of ["nobody.example", "tea.localhost.evil.example", "[::1]", "a_b", "%00"]) {
    for (const path of [
      "/",
      "/p/xianrou-zong",
      "/cart",
      "/orders",
      "/merchant/sign-in",
      "/s/abc",
    ]) {
      const { status, body } = await ask(path, { host });
      expect([host, path, status]).toEqual([host, path, 404]);
      expect(body).toMatch(/[一-鿿]{4}/);
    }
  }
});

test("the inner addresses of the mall are nobody's", async () => {
  for (const path of [
    "/mall/localhost",
    "/mall/tea.localhost/p/yan-wulong",
    "/mall/tea.localhost",
  ]) {
    expect((await ask(path)).status).toBe(404);
  }
});

function expectNotThere(path: string, why: string, { status, body }: Answer): void {
  expect([why, path, status === 404 || status === 400]).toEqual([why, path, true]);
  if (!path.startsWith("/bare")) expect([path, /[一-鿿]{4}/.test(body)]).toEqual([path, true]);
}
