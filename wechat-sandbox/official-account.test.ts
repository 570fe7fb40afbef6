import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSandboxAccount } from "./create-account";
import { jsapiSignature } from "./official-account/jsapi-signature";
import { type RunningSandbox, startSandbox } from "./start-sandbox";

const { sandboxSide, applicationSide: shop } = createSandboxAccount({
  name: "粽情端午",
  domains: ["localhost:3000"],
});
let running: RunningSandbox;
let nowMs = Date.parse("2026-11-21T10:00:00+08:00");

beforeAll(async () => {
  const accounts = [sandboxSide];
  running = await startSandbox({ port: 0, dataDir: ":memory:", accounts, now: () => nowMs });
});
afterAll(() => running.close());
beforeEach(() => {
  nowMs += 2 * 86_400_000;
});

async function post(path: string, body: unknown) {
  const response = await fetch(`${running.url}${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, string & number>;
}

const stableToken = (changes: Record<string, unknown> = {}) =>
  post("/cgi-bin/stable_token", {
    grant_type: "client_credential",
    appid: shop.appId,
    secret: shop.appSecret,
    ...changes,
  });

async function ticket(accessToken: string, type = "jsapi") {
  const query = new URLSearchParams({ access_token: accessToken, type });
  const response = await fetch(`${running.url}/cgi-bin/ticket/getticket?${query}`);
  return (await response.json()) as Record<string, string & number>;
}

describe("stable_token", () => {
  test("repeats answer the same token with the time that is left", async () => {
    const first = await stableToken();
    nowMs += 60_000;
    const second = await stableToken();
    expect(second.access_token).toBe(first.access_token);
    expect(second.expires_in).toBe(7140);
  });

  test("is renewed five minutes early, and the old one works until its end", async () => {
    const first = await stableToken();
    nowMs += 6_901_000;
    const second = await stableToken();
    expect(second.expires_in).toBe(7200);
    expect(second.access_token).not.toBe(first.access_token);
    expect((await ticket(`${first.access_token}`)).errcode).toBe(0);
    nowMs += 300_000;
    expect((await ticket(`${first.access_token}`)).errcode).toBe(42001);
  });

  test("force_refresh ends the old token, thirty seconds apart and twenty times a day", async () => {
    const first = await stableToken();
    const forced = await stableToken({ force_refresh: true });
    expect(forced.access_token).not.toBe(first.access_token);
    expect((await ticket(`${first.access_token}`)).errcode).toBe(42001);
    expect((await stableToken({ force_refresh: true })).errcode).toBe(45011);
    for (let count = 2; count <= 20; count += 1) {
      nowMs += 30_000;
      expect((await stableToken({ force_refresh: true })).expires_in).toBe(7200);
    }
    nowMs += 30_000;
    expect((await stableToken({ force_refresh: true })).errcode).toBe(45009);
  });

  test.each([
    ["a wrong secret", { secret: "0".repeat(32) }, 40125],
    ["an unknown appid", { appid: "wx0000000000000000" }, 40013],
    ["another grant type", { grant_type: "x" }, 40002],
    ["a wrongly typed flag", { force_refresh: "yes" }, 47001],
  ])("refuses %s", async (_name, changes, errcode) => {
    expect((await stableToken(changes)).errcode).toBe(errcode);
  });
});

describe("wx.config", () => {
  const page = "http://localhost:3000/p/zongzi?from=singlemessage";
  const config = async (changes: Record<string, unknown> = {}) => {
    const { access_token } = await stableToken();
    const { ticket: value } = await ticket(`${access_token}`);
    const signed = { nonceStr: "Wm3WZYTPz0wzccnW", timestamp: "1414587457", url: page };
    const signature = jsapiSignature({ ticket: `${value}`, ...signed });
    const call = { appId: shop.appId, signature, jsApiList: ["chooseWXPay"], ...signed };
    return post("/sandbox/js/config", { ...call, ...changes });
  };

  test("accepts the page's signature", async () => {
    expect((await config()).errMsg).toBe("config:ok");
  });

  test.each([
    ["another page", { url: "http://localhost:3000/p/other" }, "config:invalid signature"],
    [
      "a page without the query that WeChat appended",
      { url: page.split("?")[0] },
      "config:invalid signature",
    ],
    ["another nonce", { nonceStr: "x" }, "config:invalid signature"],
    ["a page outside the JS domains", { url: "http://evil.example/" }, "config:invalid url domain"],
    ["an unknown appid", { appId: "wx0" }, "config:invalid appid"],
  ])("refuses %s", async (_name, changes, errMsg) => {
    expect((await config(changes)).errMsg).toBe(errMsg);
  });

  test("an unknown access token gets no ticket", async () => {
    expect((await ticket("x")).errcode).toBe(40001);
    const { access_token } = await stableToken();
    expect((await ticket(`${access_token}`, "wx_card")).errcode).toBe(40097);
  });
});
