import { expect, test } from "vitest";
import { wechatPlace } from "@/lib/wechat/js-sdk/wechat-place";

test.each([
  [
    "Mozilla/5.0 (Linux; Android 14; wv) Chrome/142.0 MicroMessenger/8.0.68.3020 WeChat/arm64",
    "phone",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) MicroMessenger/8.0.60 Language/zh_CN",
    "phone",
  ],
  ["Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 MicroMessenger/7.0.20 WindowsWechat", "computer"],
  ["Mozilla/5.0 (Macintosh) Chrome/126.0 MicroMessenger/6.8.0 MacWechat/3.8", "computer"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari/604.1", "elsewhere"],
  ["", "elsewhere"],
])("%s is read as %s", (userAgent, place) => {
  expect(wechatPlace(userAgent)).toBe(place);
});
