import { afterAll } from "vitest";
import { testMerchants } from "@/e2e/database";
import { setSettings } from "@/scripts/database/process-settings";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";
import { addUser } from "@/wechat-sandbox/store/users";

/**
 * WeChat for one test file, and the three people of each fixture merchant as its users. Load what reads
 * settings (commands that call WeChat) after this, with `await import`.
 */
export async function sandboxForFile() {
  const { a, b } = await testMerchants();
  const accounts = [a.wechat, b.wechat];
  const wechat = await startSandbox({ port: 0, dataDir: ":memory:", accounts });
  setSettings({ WECHAT_PAY_URL: wechat.url });
  afterAll(wechat.close);
  const appIds = accounts.map(({ appId }) => appId);
  for (const { buyer, level1, level2 } of [a, b]) {
    for (const { sandboxUserId: id } of [buyer, level1, level2]) {
      addUser(wechat.sandbox.db, { id, nickname: id, snapshot: false }, appIds, Date.now());
    }
  }
  return { a, b, wechat };
}
