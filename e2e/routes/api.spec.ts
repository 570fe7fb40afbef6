import { expect, test } from "@playwright/test";
import { shopUrl } from "@/e2e/pages/phone";
import { type Answer, ask, sendTo } from "@/e2e/routes/ask";
import { fillPath, wrongIds } from "@/e2e/routes/probe-id";
import type { IdKind, Rule } from "@/e2e/routes/route-rule";
import { handlerRules } from "@/e2e/routes/route-table";
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

const handlers = Object.entries(handlerRules).map(([key, rule]) => {
  const [method = "", path = ""] = key.split(" ");
  return { key, method, path, rule };
});
const writing = handlers.filter(
  ({ method, path }) => method !== "GET" && !path.startsWith("/api/auth"),
);
const ownPath = (path: string, { id }: Rule) => fillPath(path, (id && samples[id].own) ?? "none");

test("without a session nothing of a customer's or the staff's answers: 401 with a reason", async () => {
  for (const { key, method, path, rule } of handlers) {
    if (rule.door === "everybody") continue;
    const answer = await sendTo(ownPath(path, rule), {}, { method });
    expect([key, answer.status]).toEqual([key, 401]);
    expectSentence(key, answer);
  }
});

test("another merchant's, another customer's and senseless ids: 404 or 400 with a reason, never 403, never 5xx", async () => {
  for (const { key, method, path, rule } of handlers) {
    const { id } = rule;
    if (!id) continue;
    for (const [why, value] of wrongIds({ ...rule, id }, samples)) {
      const asked = fillPath(path, value);
      const { status } = await ask(asked, { method, cookie: cookies[rule.door] });
      expect([key, why, asked, status === 404 || status === 400]).toEqual([key, why, asked, true]);
    }
  }
});

test("bodies of the wrong type, shape or size are refused with 4xx and change nothing", async () => {
  const json = { "content-type": "application/json" };
  const bodies: [string, Record<string, string>, string][] = [
    ["no type", {}, "{}"],
    ["plain text", { "content-type": "text/plain" }, "{}"],
    ["broken JSON", json, '{"skuId":'],
    ["an array", json, "[1,2,3]"],
    ["null", json, "null"],
    ["a number", json, "1e999"],
    ["deep", json, `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, "a=1&a=2"],
    ["a broken upload", { "content-type": "multipart/form-data; boundary=x" }, "--x\r\nnothing"],
    ["100 kB", json, JSON.stringify({ note: "x".repeat(100_000) })],
    ["2 MB", json, JSON.stringify({ note: "x".repeat(2_000_000) })],
  ];
  // What needs no body does not look at one, and is tried with ids above.
  const reading = writing.filter(
    ({ path }) => !/\[orderNo\]|\[addressId\]|\[payoutNo\]/.test(path),
  );
  for (const { key, method, path, rule } of reading) {
    for (const [what, headers, body] of bodies) {
      const cookie = cookies[rule.door];
      const answer = await ask(ownPath(path, rule), { method, headers, body, cookie });
      const { status } = answer;
      // A form is what the sign-in reads, and an empty one leads to the shop's first page.
      const fits = (status >= 400 && status < 500 && status !== 403) || status === 303;
      expect([key, what, fits ? "refused" : status]).toEqual([key, what, "refused"]);
    }
  }
});

const badQuantities = [0, -1, 1.5, 2 ** 53, 1_000, "0", "-1", "1.5", "9007199254740992", "1e2"];

test("quantities of 0, -1, 1.5, 2^53 and their like are refused by cart, quote and checkout", async () => {
  const [skuId, addressId] = [await anySku(), samples.addressId.own];
  const cookie = cookies.customer;
  for (const quantity of [...badQuantities, null, true, [1], {}, ""]) {
    const line = { skuId, quantity, seenUnitPriceFen: "2280" };
    const order = {
      note: "",
      idempotencyKey: "a".repeat(32),
      seenPayableFen: "1",
      fromCart: false,
    };
    const answers = [
      await sendTo("/api/mall/cart", line, { cookie }),
      await sendTo("/api/mall/cart", line, { cookie, method: "PATCH" }),
      await sendTo("/api/mall/checkout/quote", { lines: [line], addressId }, { cookie }),
      await sendTo("/api/mall/checkout", { lines: [line], addressId, ...order }, { cookie }),
    ];
    for (const { status, body } of answers) {
      const { ok, reason } = JSON.parse(body);
      const found = [quantity, ok, reason, status >= 400 && status < 500 && status !== 403];
      expect(found).toEqual([
        quantity,
        false,
        expect.stringMatching(/bad_quantity|not_found/),
        true,
      ]);
    }
  }
});

test("another merchant's SKU and another customer's address cannot be bought with", async () => {
  const cookie = cookies.customer;
  const [own, foreign] = [await anySku(), await anySku("tea.localhost")];
  const lineOf = (skuId: string) => ({ skuId, quantity: 1, seenUnitPriceFen: "2280" });
  const inCart = await sendTo("/api/mall/cart", lineOf(foreign), { cookie });
  expect([inCart.status, JSON.parse(inCart.body).reason]).toEqual([409, "sku_gone"]);
  const order = { note: "", idempotencyKey: "b".repeat(32), seenPayableFen: "1", fromCart: false };
  for (const [skuId, addressId] of [
    [foreign, samples.addressId.own],
    [own, samples.addressId.otherPersons],
    [own, samples.addressId.otherShops],
  ] as const) {
    const body = { lines: [lineOf(skuId)], addressId, ...order };
    const answer = await sendTo("/api/mall/checkout", body, { cookie });
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({
      ok: false,
      reason: skuId === foreign ? "sku_gone" : "address_missing",
    });
  }
});

test("WeChat's notifications without its signature are refused with 401 and WeChat's own form of answer", async () => {
  for (const kind of ["payment", "refund"]) {
    for (const body of ["", "{}", "<xml/>", JSON.stringify({ id: "1", resource: {} })]) {
      const answer = await ask(`/api/wechat/notify/${kind}`, { method: "POST", body });
      expect([kind, answer.status]).toEqual([kind, 401]);
      expect(JSON.parse(answer.body)).toMatchObject({ code: "FAIL" });
    }
  }
});

test("the signature for WeChat's JS-SDK is given for pages of this shop alone", async () => {
  const sign = (url: string) => ask(`/api/wechat/js-config?url=${encodeURIComponent(url)}`);
  const own = await sign(shopUrl("/p/xianrou-zong?from=singlemessage#top"));
  expect([own.status, JSON.parse(own.body)]).toEqual([
    200,
    expect.objectContaining({ signature: expect.stringMatching(/^[0-9a-f]{40}$/) }),
  ]);
  for (const url of [
    "https://evil.example/",
    "http://localhost.evil.example/",
    "http://localhost@evil.example/",
    "//evil.example/",
    "javascript:alert(1)",
    "",
  ]) {
    const { status, body } = await sign(url);
    expect([url, status]).toEqual([url, 404]);
    expect(JSON.parse(body).message).toMatch(/[一-鿿]{4}/);
  }
});

async function anySku(host = "localhost"): Promise<string> {
  const slug = host === "localhost" ? "danhuang-rou-zong" : "yan-wulong";
  const { body } = await ask(`/api/mall/products/${slug}`, { host });
  return JSON.parse(body).offers[0].skuId;
}

/** A reason that the page has a sentence for, or the sentence itself. */
function expectSentence(key: string, { body, headers }: Answer): void {
  expect([key, headers["content-type"]]).toEqual([key, expect.stringContaining("json")]);
  const { reason, message } = JSON.parse(body);
  expect([key, reason ?? message]).toEqual([key, expect.stringMatching(/\S/)]);
}
