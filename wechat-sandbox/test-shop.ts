import { createSandboxAccount } from "./create-account";
import { decryptAead } from "./crypto/aead-aes-256-gcm";
import { verifyRsaSha256 } from "./crypto/rsa-signature";
import { openidFor } from "./openid";
import { notificationEnvelopeSchema } from "./schemas/notification";
import { startSandbox } from "./start-sandbox";
import { callPay, startNotifyReceiver } from "./test-merchant";

const { sandboxSide, applicationSide: account } = createSandboxAccount({
  name: "粽",
  domains: ["localhost:3000"],
});

export interface ListedNotification {
  id: string;
  state: string;
  attempts: number;
  tries: { status: number | null; outcome: string }[];
}

/**
 * A sandbox, a shop that talks to it and its notify_url, for tests of what goes wrong. The clock
 * stands still and moves by `clock.nowMs`; `answers` are the shop's next answers, then 200.
 */
export async function startTestShop() {
  const answers: (number | "never")[] = [];
  const clock = { nowMs: Date.parse("2026-11-21T10:00:00+08:00") };
  const receiver = await startNotifyReceiver(() => answers.shift() ?? 200);
  const running = await startSandbox({
    port: 0,
    dataDir: ":memory:",
    accounts: [sandboxSide],
    now: () => clock.nowMs,
    notifyTimeoutMs: 150,
  });
  let number = 0;

  const post = (path: string, body: unknown) =>
    fetch(`${running.url}${path}`, { method: "POST", body: JSON.stringify(body) });
  const getJson = async (path: string): Promise<unknown> =>
    (await fetch(`${running.url}${path}`)).json();

  const prepay = () => {
    number += 1;
    return callPay(running.url, account, {
      method: "POST",
      target: "/v3/pay/transactions/jsapi",
      nowSeconds: Math.floor(clock.nowMs / 1000),
      body: {
        appid: account.appId,
        mchid: account.mchId,
        description: "粽子",
        out_trade_no: `ORDER${String(number).padStart(6, "0")}`,
        notify_url: receiver.url,
        amount: { total: 100 },
        payer: { openid: openidFor(account.appId, "mei") },
      },
    });
  };

  const pay = async () => {
    const { prepay_id } = (await (await prepay()).json()) as { prepay_id: string };
    await post("/sandbox/pay", { prepay_id, user: "mei" });
    await running.sandbox.idle();
  };

  /** Lets time pass and waits for what is due then. */
  const pass = async (waitMs: number) => {
    clock.nowMs += waitMs;
    await running.sandbox.idle();
  };

  await post("/sandbox/users", { id: "mei", nickname: "小梅" });
  return {
    account,
    answers,
    clock,
    received: receiver.received,
    url: running.url,
    post,
    getJson,
    prepay,
    pay,
    pass,
    fault: (body: Record<string, unknown>) => post("/sandbox/faults", body),
    notifications: async () => (await getJson("/sandbox/notifications")) as ListedNotification[],
    /** Which of the merchant's checks the received notification passes. */
    check: (index: number) => checkNotification(receiver.received[index]),
    close: async () => {
      await running.close();
      await receiver.close();
    },
  };
}

type Received = Awaited<ReturnType<typeof startNotifyReceiver>>["received"][number];

function checkNotification(received: Received | undefined) {
  const header = (name: string) => String(received?.headers[`wechatpay-${name}`]);
  const message = `${header("timestamp")}\n${header("nonce")}\n${received?.body}\n`;
  const signature = verifyRsaSha256(message, header("signature"), account.wechatpayPublicKeyPem);
  const { id, resource } = notificationEnvelopeSchema.parse(JSON.parse(received?.body ?? ""));
  try {
    decryptAead(resource.ciphertext, account.apiV3Key, resource.nonce, resource.associated_data);
    return { signature, decrypts: true, id };
  } catch {
    return { signature, decrypts: false, id };
  }
}
