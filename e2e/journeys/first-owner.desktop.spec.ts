import { rmSync } from "node:fs";
import { expect } from "@playwright/test";
import { shoot, test } from "@/e2e/browser";
import { fillSignIn, openDeskBrowser } from "@/e2e/pages/desk";
import { newPlace } from "@/e2e/run-start";
import { setSettings } from "@/scripts/database/process-settings";
import { openDataFolder } from "@/scripts/instance/check-machine";
import { loadSecrets } from "@/scripts/instance/load-secrets";
import { startInstance } from "@/scripts/instance/start-instance";

/** An installation as it is on a server on its first day: no demo, no shop, nobody. */
async function startEmpty() {
  const { dataDir, ports } = await newPlace();
  openDataFolder(dataDir);
  const secrets = loadSecrets(dataDir, {});
  const origin = `http://localhost:${ports.web}`;
  const publicOrigin = `http://{host}:${ports.web}`;
  const instance = await startInstance({
    settings: { production: true, dataDir, databaseUrl: null, ports, publicOrigin },
    secrets,
    dev: false,
    say: () => undefined,
    told: new AbortController().signal,
  });
  setSettings({ DATABASE_URL: instance.database.appUrl, RENHE_SECRET: secrets.renheSecret });
  // Loaded late: it reads the settings.
  const { setupCode } = await import("@/lib/secrets/setup-code");
  const stop = async (): Promise<void> => {
    await instance.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { origin, code: setupCode(), stop };
}

test("whoever read the one-time code opens the first shop and signs in; after that nobody can", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { origin, code, stop } = await startEmpty();
  try {
    const desk = await openDeskBrowser(browser);
    await desk.goto(`${origin}/merchant/setup`);
    await shoot(desk, "90-setup");
    await desk.getByRole("button", { name: "开店" }).click();
    await expect(desk.getByText("有几处需要修改，请看标出的地方。")).toBeVisible();

    await desk.getByLabel("一次性代码").fill("0000-0000-0000");
    await desk.getByLabel("店铺名称").fill("山里人家");
    await desk.getByLabel("您的称呼").fill("阿山");
    await desk.getByLabel("登录邮箱").fill("owner@shanli.example");
    await desk.getByLabel("登录密码").fill("a long enough password");
    await desk.getByRole("button", { name: "开店" }).click();
    await expect(desk.getByText("一次性代码不对，请核对服务器的启动信息。")).toBeVisible();
    await shoot(desk, "91-setup-wrong-code");

    await desk.getByLabel("一次性代码").fill(code);
    await desk.getByRole("button", { name: "开店" }).click();
    await desk.waitForURL(/\/merchant\/sign-in$/);
    await fillSignIn(desk, "owner@shanli.example", "a long enough password");
    await desk.waitForURL(/\/merchant$/);
    await expect(desk.getByText("阿山 · 店主")).toBeVisible();
    await shoot(desk, "92-first-day");

    const late = await openDeskBrowser(browser);
    await late.goto(`${origin}/merchant/setup`);
    await late.waitForURL(/\/merchant\/sign-in$/);
  } finally {
    await stop();
  }
});
