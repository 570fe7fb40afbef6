import { expect, test } from "vitest";
import { countsAsVisit, isInWechat } from "@/web/landing/counts-as-visit";

const android =
  "Mozilla/5.0 (Linux; Android 15; wv) AppleWebKit/537.36 Version/4.0 Chrome/142.0.7444.173 Mobile Safari/537.36 XWEB/1420229 MicroMessenger/8.0.68.3020(0x28004452) WeChat/arm64";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.60 NetType/WIFI Language/zh_CN";
const desktop =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36";

test("a person on any browser counts", () => {
  for (const agent of [android, iphone, desktop]) {
    expect(countsAsVisit("GET", { "user-agent": agent })).toBe(true);
  }
  expect([android, iphone, desktop].map((agent) => isInWechat({ "user-agent": agent }))).toEqual([
    true,
    true,
    false,
  ]);
});

test("HEAD and looks ahead are served but not counted", () => {
  expect(countsAsVisit("HEAD", { "user-agent": android })).toBe(false);
  for (const header of ["sec-purpose", "purpose", "x-moz"]) {
    expect(countsAsVisit("GET", { "user-agent": android, [header]: "prefetch" })).toBe(false);
  }
});

test.each([
  undefined,
  "",
  "curl/8.5.0",
  "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "facebookexternalhit/1.1",
  "Go-http-client/2.0",
  "WeChat link preview",
])("a machine is not a friend: %j", (agent) => {
  expect(countsAsVisit("GET", agent === undefined ? {} : { "user-agent": agent })).toBe(false);
});
