import type { DemoShop } from "@/prisma/seed/shops/demo-shop";
import { setSettings } from "@/scripts/database/process-settings";
import type { ApplicationAccount, SandboxAccount } from "@/wechat-sandbox/account";
import { createSandboxAccount } from "@/wechat-sandbox/create-account";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";

/** Both sides of a shop's accounts at WeChat. */
export type WechatAccount = { sandboxSide: SandboxAccount; applicationSide: ApplicationAccount };

/** WeChat's side while a history is made: it knows the shops' accounts and follows the history's clock. */
export type PlayedWechat = {
  url: string;
  accounts: readonly SandboxAccount[];
  openAccounts: (demo: DemoShop) => WechatAccount;
  setClock: (nowMs: number) => void;
  close: () => Promise<void>;
};

/**
 * Plays WeChat for this process, which must not have read its settings yet. The numbers of closed
 * orders are closed there, as the worker would.
 * @param publicOrigin how a host becomes an address, with {host} in it
 * @param port 0 takes any
 */
export async function playWechat(publicOrigin: string, port: number): Promise<PlayedWechat> {
  const accounts: SandboxAccount[] = [];
  let clockMs = 0;
  const now = () => clockMs;
  const { url, close } = await startSandbox({ port, dataDir: ":memory:", accounts, now });
  setSettings({ WECHAT_PAY_URL: url });
  return {
    url,
    accounts,
    openAccounts: ({ seed, wechatHosts }) => {
      const domainOf = (host: string) => new URL(publicOrigin.replace("{host}", host)).host;
      const pair = createSandboxAccount({ name: seed.name, domains: wechatHosts.map(domainOf) });
      accounts.push(pair.sandboxSide);
      return pair;
    },
    setClock: (nowMs) => {
      clockMs = nowMs;
    },
    close,
  };
}
