import { constants, publicEncrypt } from "node:crypto";
import { createSandboxAccount } from "./create-account";
import { decryptAead } from "./crypto/aead-aes-256-gcm";
import { openidFor } from "./openid";
import { notificationEnvelopeSchema } from "./schemas/notification";
import { startSandbox } from "./start-sandbox";
import { callPay, startNotifyReceiver } from "./test-merchant";

const { sandboxSide, applicationSide: account } = createSandboxAccount({
  name: "粽",
  domains: ["localhost:3000"],
});
const BILLS = "/v3/fund-app/mch-transfer/transfer-bills";

/** The header that an encrypted field needs. */
const serial = { "Wechatpay-Serial": account.wechatpayPublicKeyId };

function sealName(name: string): string {
  const key = { key: account.wechatpayPublicKeyPem, padding: constants.RSA_PKCS1_OAEP_PADDING };
  return publicEncrypt(key, Buffer.from(name)).toString("base64");
}

function openNotice(text: string) {
  const envelope = notificationEnvelopeSchema.parse(JSON.parse(text));
  const { ciphertext, nonce, associated_data } = envelope.resource;
  const plain: unknown = JSON.parse(
    decryptAead(ciphertext, account.apiV3Key, nonce, associated_data),
  );
  return { envelope, plain };
}

/** A valid request for a transfer, with deviations. */
function orderTransfer(outBillNo: string, notifyUrl: string, changes: Record<string, unknown>) {
  return {
    appid: account.appId,
    out_bill_no: outBillNo,
    transfer_scene_id: "1005",
    openid: openidFor(account.appId, "mei"),
    transfer_amount: 12_345,
    transfer_remark: "佣金提现",
    notify_url: notifyUrl,
    user_recv_perception: "劳务报酬",
    transfer_scene_report_infos: [
      { info_type: "岗位类型", info_content: "推广员" },
      { info_type: "报酬说明", info_content: "十一月佣金" },
    ],
    ...changes,
  };
}

/** A sandbox and a merchant that pays commissions through it. The clock stands still. */
export async function startTestPayer() {
  const clock = { nowMs: Date.parse("2026-11-21T10:00:00+08:00") };
  const receiver = await startNotifyReceiver(() => 200);
  const running = await startSandbox({
    port: 0,
    dataDir: ":memory:",
    accounts: [sandboxSide],
    now: () => clock.nowMs,
    timeScale: 1000,
  });
  let number = 0;
  const post = (path: string, body: unknown) =>
    fetch(`${running.url}${path}`, { method: "POST", body: JSON.stringify(body) });
  const call = async (
    method: "GET" | "POST",
    target: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const nowSeconds = Math.floor(clock.nowMs / 1000);
    const response = await callPay(running.url, account, {
      method,
      target,
      body,
      nowSeconds,
      headers,
    });
    return {
      status: response.status,
      body: (await response.json()) as Record<string, string> & { transfer_amount: number },
    };
  };
  const order = (changes: Record<string, unknown> = {}) => {
    number += 1;
    return orderTransfer(`RHT${String(number).padStart(8, "0")}`, receiver.url, changes);
  };
  const pass = async (waitMs: number) => {
    clock.nowMs += waitMs;
    await running.sandbox.idle();
    await running.sandbox.idle();
  };
  await post("/sandbox/users", { id: "mei", nickname: "小梅", real_name: "梅若兰" });
  await post("/sandbox/users", { id: "lin", nickname: "阿林", real_name: "" });
  return {
    account,
    clock,
    running,
    post,
    call,
    order,
    pass,
    serial,
    received: receiver.received,
    sealName,
    transfer: (changes: Record<string, unknown> = {}, headers?: Record<string, string>) =>
      call("POST", BILLS, order(changes), headers),
    send: (body: unknown, headers?: Record<string, string>) => call("POST", BILLS, body, headers),
    query: (outBillNo: string) => call("GET", `${BILLS}/out-bill-no/${outBillNo}`),
    queryById: (billNo: string) => call("GET", `${BILLS}/transfer-bill-no/${billNo}`),
    cancel: (outBillNo: string) => call("POST", `${BILLS}/out-bill-no/${outBillNo}/cancel`),
    fault: (body: Record<string, unknown>) => post("/sandbox/faults", body),
    balance: async () => {
      const path = `/sandbox/operating-book?mch_id=${account.mchId}`;
      return (await (await fetch(`${running.url}${path}`)).json()) as {
        balance: number;
        entries: { kind: string; amount: number; balance: number; out_bill_no: string }[];
      };
    },
    confirm: async (outBillNo: string, user = "mei") => {
      const response = await post("/sandbox/confirm-transfer", { out_bill_no: outBillNo, user });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    /** The plain content of the notification that came last. */
    lastNotice: () => openNotice(receiver.received.at(-1)?.body ?? ""),
    close: async () => {
      await running.close();
      await receiver.close();
    },
  };
}
