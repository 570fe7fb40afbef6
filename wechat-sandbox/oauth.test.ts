import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandboxAccount } from "./create-account";
import { openidFor } from "./openid";
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
  await post("/sandbox/users", { id: "mei", nickname: "小梅" });
  await post("/sandbox/users", { id: "snap", nickname: "快照", snapshot: true });
});
afterAll(() => running.close());

const post = (path: string, body: unknown) =>
  fetch(`${running.url}${path}`, { method: "POST", body: JSON.stringify(body) });

function authorize(changes: Record<string, string> = {}, user: string | null = "mei") {
  const query = new URLSearchParams({
    appid: shop.appId,
    redirect_uri: "http://localhost:3000/callback?next=1",
    response_type: "code",
    scope: "snsapi_base",
    state: "abc123",
    ...changes,
  });
  return fetch(`${running.url}/connect/oauth2/authorize?${query}`, {
    redirect: "manual",
    headers: user ? { Cookie: `wxsandbox_user=${user}` } : {},
  });
}

async function obtainCode(changes: Record<string, string> = {}, user = "mei"): Promise<string> {
  const location = (await authorize(changes, user)).headers.get("Location") ?? "";
  return new URL(location).searchParams.get("code") ?? "";
}

async function getJson(path: string, query: Record<string, string>) {
  const response = await fetch(`${running.url}${path}?${new URLSearchParams(query)}`);
  return (await response.json()) as Record<string, string & number>;
}

const exchange = (code: string, changes: Record<string, string> = {}) =>
  getJson("/sns/oauth2/access_token", {
    appid: shop.appId,
    secret: shop.appSecret,
    code,
    grant_type: "authorization_code",
    ...changes,
  });

describe("authorize", () => {
  test("snsapi_base goes straight back with code and state, keeping the callback's query", async () => {
    const response = await authorize();
    const callback = new URL(response.headers.get("Location") ?? "");
    expect(response.status).toBe(302);
    expect(callback.searchParams.get("state")).toBe("abc123");
    expect(callback.searchParams.get("next")).toBe("1");
    expect(callback.searchParams.get("code")).toHaveLength(32);
  });

  test("without a user the page asks who holds the phone", async () => {
    expect(await (await authorize({}, null)).text()).toContain("选择微信用户");
  });

  test("snsapi_userinfo asks, and refusing goes back without a code", async () => {
    const page = await (await authorize({ scope: "snsapi_userinfo" })).text();
    expect(page).toContain("获取你的昵称、头像");
    const target = /name="target" value="([^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const answer = (decision: string) =>
      fetch(`${running.url}/sandbox/consent`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ target, user: "mei", decision }).toString(),
      });
    const refused = new URL((await answer("refuse")).headers.get("Location") ?? "");
    expect(refused.searchParams.has("code")).toBe(false);
    expect(refused.searchParams.get("state")).toBe("abc123");
    const allowed = new URL((await answer("allow")).headers.get("Location") ?? "");
    expect(allowed.searchParams.get("code")).toHaveLength(32);
  });

  test.each([
    ["a foreign callback domain", { redirect_uri: "http://evil.example/cb" }, "10003"],
    ["a subdomain of the callback domain", { redirect_uri: "http://a.localhost/cb" }, "10003"],
    ["an unknown scope", { scope: "snsapi_login" }, "10005"],
    ["a state with other characters", { state: "a-b" }, "state 参数错误"],
    ["a state of 129 characters", { state: "a".repeat(129) }, "state 参数错误"],
    ["another response type", { response_type: "token" }, "response_type"],
    ["an unknown appid", { appid: "wx0000000000000000" }, "10013"],
  ])("shows an error page for %s", async (_name, changes, text) => {
    const response = await authorize(changes);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(text);
  });
});

describe("code", () => {
  test("gives the user's openid once; a second use is 40163", async () => {
    const code = await obtainCode();
    const token = await exchange(code);
    expect(token).toMatchObject({ openid: openidFor(shop.appId, "mei"), scope: "snsapi_base" });
    expect(token).not.toHaveProperty("unionid");
    const again = await exchange(code);
    expect(again.errcode).toBe(40163);
    expect(again.errmsg).toMatch(/^code been used, rid: [0-9a-f-]+$/);
  });

  test("runs out after five minutes", async () => {
    const code = await obtainCode();
    nowMs += 5 * 60_000;
    expect((await exchange(code)).errcode).toBe(40029);
  });

  test("a wrong secret is 40125 and does not use the code up", async () => {
    const code = await obtainCode();
    expect((await exchange(code, { secret: "0".repeat(32) })).errcode).toBe(40125);
    expect((await exchange(code)).openid).toBe(openidFor(shop.appId, "mei"));
  });

  test.each([
    ["an unknown code", { code: "x" }, 40029],
    ["no code", { code: "" }, 41008],
    ["an unknown appid", { appid: "wx0000000000000000" }, 40013],
    ["another grant type", { grant_type: "refresh_token" }, 40002],
  ])("refuses %s", async (_name, changes, errcode) => {
    expect((await exchange("x", changes)).errcode).toBe(errcode);
  });

  test("a refresh token gives a new access token for thirty days", async () => {
    const { refresh_token } = await exchange(await obtainCode());
    const query = {
      appid: shop.appId,
      grant_type: "refresh_token",
      refresh_token: `${refresh_token}`,
    };
    expect((await getJson("/sns/oauth2/refresh_token", query)).openid).toHaveLength(28);
    nowMs += 30 * 86_400_000;
    expect((await getJson("/sns/oauth2/refresh_token", query)).errcode).toBe(42002);
  });
});

describe("snapshot user", () => {
  test("gets a virtual identity for snsapi_userinfo, another one each time", async () => {
    const scope = { scope: "snsapi_userinfo" };
    const first = await exchange(await obtainCode(scope, "snap"));
    const second = await exchange(await obtainCode(scope, "snap"));
    expect(first.is_snapshotuser).toBe(1);
    expect(first.openid).not.toBe(second.openid);
    expect(first.openid).not.toBe(openidFor(shop.appId, "snap"));
    const query = { access_token: `${first.access_token}`, openid: `${first.openid}` };
    expect((await getJson("/sns/userinfo", query)).errcode).toBe(48001);
  });

  test("is itself under snsapi_base", async () => {
    const token = await exchange(await obtainCode({}, "snap"));
    expect(token.openid).toBe(openidFor(shop.appId, "snap"));
    expect(token).not.toHaveProperty("is_snapshotuser");
  });
});

test("a snsapi_base token does not open userinfo", async () => {
  const token = await exchange(await obtainCode());
  const query = { access_token: `${token.access_token}`, openid: `${token.openid}` };
  expect((await getJson("/sns/userinfo", query)).errcode).toBe(48001);
});
