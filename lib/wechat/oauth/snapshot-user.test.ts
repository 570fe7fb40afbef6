import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

/** What the stand-in for WeChat says next, whatever it is asked. */
let answer: Record<string, unknown> = {};
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/plain" });
  response.end(JSON.stringify(answer));
});

let exchangeCode: typeof import("@/lib/wechat/oauth/exchange-code").exchangeCode;
let fetchProfile: typeof import("@/lib/wechat/oauth/fetch-profile").fetchProfile;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv("WECHAT_API_URL", `http://127.0.0.1:${port}`);
  ({ exchangeCode } = await import("@/lib/wechat/oauth/exchange-code"));
  ({ fetchProfile } = await import("@/lib/wechat/oauth/fetch-profile"));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const account = { appId: "wx1", appSecret: "s", code: "c" };
const token = { access_token: "t", openid: "virtual", scope: "snsapi_base" };
const profile = { accessToken: "t", wechatOpenId: "virtual" };

test("a virtual openid does not leave the exchange", async () => {
  answer = { ...token, is_snapshotuser: 1 };
  expect(await exchangeCode(account)).toEqual({ ok: false, reason: "snapshot_user" });
  answer = { ...token, is_snapshotuser: 0 };
  expect(await exchangeCode(account)).toMatchObject({ ok: true, wechatUnionId: null });
});

test("where the field is missing, 48001 on the profile tells a snapshot user", async () => {
  answer = { errcode: 48001, errmsg: "api unauthorized" };
  expect(await fetchProfile(profile)).toEqual({ ok: false, reason: "snapshot_user" });
});

test("a spent code is an outcome, anything else that WeChat refuses a failure", async () => {
  for (const errcode of [40163, 40029]) {
    answer = { errcode };
    expect(await exchangeCode(account)).toEqual({ ok: false, reason: "code_spent" });
  }
  for (const refusal of [{ errcode: 40125 }, { openid: "without a token" }]) {
    answer = refusal;
    await expect(exchangeCode(account)).rejects.toMatchObject({ code: "wechat_unavailable" });
  }
});
