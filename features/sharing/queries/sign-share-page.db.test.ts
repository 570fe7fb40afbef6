import { afterAll, expect, test, vi } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { secureRandom } from "@/lib/ids/random-code";
import { jsapiSignature } from "@/lib/wechat/js-sdk/sign-page";
import { setSettings } from "@/scripts/database/process-settings";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";
import { expireCredentials, latestCredential } from "@/wechat-sandbox/store/credentials";

const { a, b } = await testMerchants();
const accounts = [a.wechat, b.wechat];
const wechat = await startSandbox({ port: 0, dataDir: ":memory:", accounts });
setSettings({ WECHAT_API_URL: wechat.url });
afterAll(wechat.close);

// Loaded late: it reads the setting above.
const { signSharePage } = await import("@/features/sharing/queries/sign-share-page");

const at = () => ({ now: new Date(), random: secureRandom });
const tea = "http://tea.localhost/";
const page = "http://localhost:3000/p/product-1?from=timeline";

test.each([
  "http://evil.test/p/1",
  "http://tea.localhost/p/1",
  "http://localhost.evil.test/",
  "http://localhost@evil.test/",
  "javascript:alert(1)",
  "file://localhost/etc/passwd",
  "/p/1",
  "",
])("nothing but this shop's own pages is signed: %j", async (url) => {
  expect(await signSharePage(a.scope(), url, at())).toEqual({ ok: false, reason: "foreign_host" });
});

test("an own page is signed with the ticket that WeChat gave this account", async () => {
  const signed = await signSharePage(a.scope(), `${page}#part`, at());
  if (!signed.ok) throw new Error(signed.reason);
  const { appId, timestamp, nonceStr, signature } = signed.config;
  const ticket = latestCredential(wechat.sandbox.db, "jsapi_ticket", a.wechat.appId)?.value ?? "";
  expect(appId).toBe(a.wechat.appId);
  expect(signature).toBe(jsapiSignature({ ticket, nonceStr, timestamp, url: page }));
});

test("token and ticket are asked for once, kept sealed, and shared by all who sign", async () => {
  const asked = vi.spyOn(globalThis, "fetch");
  await asSuperuser((db) => db.query("delete from wechat_token"));
  await Promise.all(Array.from({ length: 20 }, () => signSharePage(b.scope(), tea, at())));
  await signSharePage(b.scope(), tea, at());
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mockRestore();
  const { rows } = await asSuperuser((db) => db.query("select value_sealed from wechat_token"));
  const ticket = latestCredential(wechat.sandbox.db, "jsapi_ticket", b.wechat.appId)?.value ?? "";
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(ticket);
});

test("an access token that WeChat no longer takes is fetched anew, once", async () => {
  await signSharePage(b.scope(), tea, at());
  expireCredentials(wechat.sandbox.db, "access_token", b.wechat.appId, Date.now() - 1000);
  await asSuperuser((db) => db.query("delete from wechat_token where kind = 'jsapi_ticket'"));
  expect((await signSharePage(b.scope(), tea, at())).ok).toBe(true);
});
