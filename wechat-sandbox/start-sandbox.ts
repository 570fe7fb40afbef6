import { createServer, type Server } from "node:http";
import type { SandboxAccount } from "./account";
import { CONTROL_ROUTES } from "./control/control-routes";
import { pooledRandom } from "./crypto/pooled-random";
import type { RandomBytes } from "./crypto/random-text";
import { FaultPlan } from "./faults/fault-plan";
import { serveRequest } from "./http/serve-request";
import { Scheduler } from "./notifications/scheduler";
import { PHONE_ROUTES } from "./phone/phone-routes";
import type { SandboxContext } from "./sandbox-context";
import { openStore } from "./store/open-store";
import { linkIdentities, listUsers } from "./store/users";
import { WECHAT_ROUTES } from "./wechat-routes";

const ROUTES = [...WECHAT_ROUTES, ...CONTROL_ROUTES, ...PHONE_ROUTES];

interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** A directory, or ":memory:" for nothing on disk. */
  dataDir: string;
  accounts: SandboxAccount[];
  /** Retries and refunds wait this many times shorter. */
  timeScale?: number;
  /** WeChat's limit is 100; a bench may want to see the shop's own. */
  transfersPerSecond?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  random?: RandomBytes;
  notifyTimeoutMs?: number;
  phoneCookies?: string[];
}

export interface RunningSandbox {
  /** `http://localhost:PORT`, the base of all of WeChat's addresses. */
  url: string;
  /** The state behind the server, for tests that look or reach inside. */
  sandbox: SandboxContext & { idle: () => Promise<void> };
  close: () => Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // Loopback only: whoever reaches this server is WeChat.
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** Starts a sandbox in this process. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const context: SandboxContext = {
    db: openStore(options.dataDir),
    accounts: options.accounts,
    now: options.now ?? Date.now,
    random: options.random ?? pooledRandom(),
    timeScale: options.timeScale ?? 1,
    transfersPerSecond: options.transfersPerSecond ?? 100,
    notifyTimeoutMs: options.notifyTimeoutMs ?? 5000,
    faults: new FaultPlan(),
    phoneCookies: options.phoneCookies ?? [],
    wake: () => scheduler.wake(),
  };
  const scheduler = new Scheduler(context);
  const appIds = context.accounts.map((account) => account.appId);
  for (const user of listUsers(context.db)) linkIdentities(context.db, user.id, appIds);
  const server = createServer((message, response) => {
    void serveRequest(context, ROUTES, message, response);
  });
  const port = await listen(server, options.port).catch((error: unknown) => {
    context.db.close();
    throw error;
  });
  scheduler.wake();
  return {
    url: `http://localhost:${port}`,
    sandbox: Object.assign(context, { idle: () => scheduler.idle() }),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await scheduler.stop();
      context.db.close();
    },
  };
}
