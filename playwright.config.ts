import { defineConfig } from "@playwright/test";
import { findChromium } from "@/scripts/browser/find-chromium";
import { getSetting } from "@/scripts/database/process-settings";

const { executablePath, env, args } = await findChromium();
const path = { PATH: getSetting("PATH") ?? "", HOME: getSetting("HOME") ?? "/tmp" };

/** What WeChat for Android says of itself: the mall looks for "MicroMessenger". */
const wechatUserAgent =
  "Mozilla/5.0 (Linux; Android 14; M2102K1C) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/134.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.60.2860(0x28003C57) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN";

export default defineConfig({
  testDir: "e2e",
  testMatch: ["journeys/**/*.spec.ts", "routes/**/*.spec.ts"],
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  // The journeys share one shop, and two cores have enough to do with it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: [...args], env: { ...path, ...env } },
  },
  projects: [
    {
      name: "phone",
      testIgnore: /.*\.desktop\.spec\.ts/,
      use: {
        viewport: { width: 375, height: 812 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
        userAgent: wechatUserAgent,
      },
    },
    {
      name: "desktop",
      testMatch: /.*\.desktop\.spec\.ts/,
      use: { viewport: { width: 1440, height: 900 } },
    },
  ],
});
