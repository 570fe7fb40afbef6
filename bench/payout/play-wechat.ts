import { createServer } from "node:http";
import type { TestMerchant } from "@/e2e/database";
import { receiveTransferNotification } from "@/features/payouts/commands/receive-transfer-notification";
import { faultSchema } from "@/wechat-sandbox/schemas/fault";
import { type RunningSandbox, startSandbox } from "@/wechat-sandbox/start-sandbox";
import { addUser } from "@/wechat-sandbox/store/users";
import { confirmTransfer } from "@/wechat-sandbox/transfers/confirm-transfer";
import type { Payee } from "./prepare-payees";

/** Each of them for one call in a hundred: together 5 % of the answers. */
const lost = [
  { kind: "reset_before" },
  { kind: "reset_after" },
  { kind: "truncated_body" },
  { kind: "corrupt_signature" },
  { kind: "server_error" },
] as const;
/** Everything that is waited for at WeChat takes this many times shorter. */
const timeScale = 10;

/**
 * WeChat in this process, with its people, losing answers and notifications, and a door of the shop's at
 * which its notifications arrive.
 */
export async function playWechat(
  shop: TestMerchant,
  payees: readonly Payee[],
  ports: { port: number; sandboxPort: number },
) {
  const accounts = [shop.wechat];
  const options = { port: ports.sandboxPort, dataDir: ":memory:", accounts, timeScale };
  const wechat = await startSandbox(options);
  const { db, faults } = wechat.sandbox;
  db.exec("begin");
  for (const { userId } of payees) {
    const user = { id: userId, nickname: userId, realName: "张三", snapshot: false };
    addUser(db, user, [shop.wechat.appId], Date.now());
  }
  db.exec("commit");
  for (const endpoint of ["transfer", "query_transfer"]) {
    for (const fault of lost) {
      const planned = { ...fault, endpoint, probability: 0.01, times: 1_000_000 };
      faults.add(faultSchema.parse(planned));
    }
  }
  const drop = { endpoint: "transfer_notification", kind: "drop", probability: 0.05 };
  faults.add(faultSchema.parse({ ...drop, times: 1_000_000 }));
  const door = await openDoor(shop, ports.port);
  return {
    wechat,
    answersLost: () => faults.list().reduce((sum, { times }) => sum + (1_000_000 - times), 0),
    close: async () => {
      door.closeAllConnections();
      door.close();
      await wechat.close();
    },
  };
}

/** Everybody who can confirm taps on their phone. @returns how many did */
export function confirmWaiting(wechat: RunningSandbox): number {
  const { db } = wechat.sandbox;
  const waiting = db
    .prepare(
      `select t.package_info, i.user_id from transfers t
       join identities i on i.app_id = t.app_id and i.openid = t.openid
       where t.state = 'WAIT_USER_CONFIRM' limit 500`,
    )
    .all();
  for (const { package_info, user_id } of waiting) {
    confirmTransfer(wechat.sandbox, String(package_info), String(user_id));
  }
  return waiting.length;
}

async function openDoor({ merchantId }: TestMerchant, port: number) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const call = { merchantId, rawBody: Buffer.concat(chunks), headers, now: new Date() };
    const received = await receiveTransferNotification(call).catch(() => ({ ok: false }));
    response.writeHead(received.ok ? 204 : 500).end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}
