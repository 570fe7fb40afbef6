import { afterAll } from "vitest";
import { testMerchants } from "@/e2e/database";
import { setSettings } from "@/scripts/database/process-settings";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";
import { findTransfer, type SandboxTransfer } from "@/wechat-sandbox/store/transfers";
import { addUser } from "@/wechat-sandbox/store/users";
import { advanceDueTransfers } from "@/wechat-sandbox/transfers/advance-transfers";
import { confirmTransfer } from "@/wechat-sandbox/transfers/confirm-transfer";

/**
 * A shop and WeChat on one clock that only a test moves; the people of the fixtures are WeChat's users
 * and are called 张三 there. Load what reads settings after this, with `await import`.
 */
export async function payoutsForFile(start = new Date("2026-03-10T02:00:00.000Z")) {
  const { a, b } = await testMerchants();
  const accounts = [a.wechat, b.wechat];
  const clock = { now: start };
  const now = () => clock.now.getTime();
  const wechat = await startSandbox({ port: 0, dataDir: ":memory:", accounts, now });
  setSettings({ WECHAT_PAY_URL: wechat.url });
  afterAll(wechat.close);
  const appIds = accounts.map(({ appId }) => appId);
  for (const { buyer, level1, level2 } of [a, b]) {
    for (const { sandboxUserId: id } of [buyer, level1, level2]) {
      const user = { id, nickname: id, realName: "张三", snapshot: false };
      addUser(wechat.sandbox.db, user, appIds, now());
    }
  }
  const billOf = (payoutNo: string): SandboxTransfer | null =>
    findTransfer(wechat.sandbox.db, a.wechat.mchId, payoutNo);
  return {
    a,
    b,
    wechat,
    clock,
    /** Time passes for everybody; WeChat does what is due by then. */
    pass: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms);
      advanceDueTransfers(wechat.sandbox);
    },
    /** What WeChat's own books say of a number at shop a. */
    billOf,
    /** The person taps 确认收款; the money is under way. */
    confirm: (payoutNo: string, userId: string) =>
      confirmTransfer(wechat.sandbox, billOf(payoutNo)?.package_info ?? "", userId),
  };
}
