import { realNameOf } from "@/prisma/seed/shops/demo-people";
import type { DemoShop } from "@/prisma/seed/shops/demo-shop";
import { setSettings } from "@/scripts/database/process-settings";
import type { ApplicationAccount, SandboxAccount } from "@/wechat-sandbox/account";
import { buildRefundResource, buildTransferResource } from "@/wechat-sandbox/build-resource";
import { createSandboxAccount } from "@/wechat-sandbox/create-account";
import { recordHistory } from "@/wechat-sandbox/history/record-history";
import { saveMemory } from "@/wechat-sandbox/history/save-memory";
import type { HistoryInput } from "@/wechat-sandbox/schemas/history";
import type { RefundResource, TransferResource } from "@/wechat-sandbox/schemas/notification";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";
import { findRefund, settleRefundRow } from "@/wechat-sandbox/store/refunds";
import { findTransfer } from "@/wechat-sandbox/store/transfers";
import { addUser } from "@/wechat-sandbox/store/users";
import { endTransfer } from "@/wechat-sandbox/transfers/move-transfer";

/** Both sides of a shop's accounts at WeChat. */
export type WechatAccount = { sandboxSide: SandboxAccount; applicationSide: ApplicationAccount };

/** WeChat's side while a history is made: it knows the shops' accounts and follows the history's clock. */
export type PlayedWechat = {
  url: string;
  accounts: readonly SandboxAccount[];
  openAccounts: (demo: DemoShop) => WechatAccount;
  setClock: (nowMs: number) => void;
  /** Somebody signs in at an account: from then on money can be transferred to them there. */
  addPerson: (appId: string, person: { id: string; nickname: string }) => void;
  /** Writes what it was not asked for into its books. */
  record: (history: HistoryInput) => void;
  /** The payee has confirmed, or it came to nothing for this reason. @returns what it notifies */
  endTransfer: (
    transfer: { mchId: string; outBillNo: string },
    failReason: string | null,
  ) => TransferResource;
  /** The customer has the money back. @returns what it notifies */
  settleRefund: (refund: { mchId: string; outRefundNo: string }) => RefundResource;
  /** Leaves its memory in the folder where the installation's sandbox finds it. */
  save: (folder: string) => void;
  close: () => Promise<void>;
};

/**
 * Plays WeChat for this process, which must not have read its settings yet. The numbers of closed
 * orders are closed there, refunds asked and transfers sent, as the worker would.
 * @param publicOrigin how a host becomes an address, with {host} in it
 * @param port 0 takes any
 */
export async function playWechat(publicOrigin: string, port: number): Promise<PlayedWechat> {
  const accounts: SandboxAccount[] = [];
  let clockMs = 0;
  const now = () => clockMs;
  const { url, close, sandbox } = await startSandbox({ port, dataDir: ":memory:", accounts, now });
  setSettings({ WECHAT_PAY_URL: url });
  return {
    url,
    accounts,
    close,
    openAccounts: ({ seed, wechatHosts }) => {
      const domainOf = (host: string) => new URL(publicOrigin.replace("{host}", host)).host;
      const pair = createSandboxAccount({ name: seed.name, domains: wechatHosts.map(domainOf) });
      accounts.push(pair.sandboxSide);
      return pair;
    },
    setClock: (nowMs) => {
      clockMs = nowMs;
    },
    addPerson: (appId, { id, nickname }) =>
      void addUser(
        sandbox.db,
        // On the phone one can only be those of users.json; WeChat pays the others as well.
        { id, nickname, snapshot: false, realName: realNameOf(id), listed: false },
        [appId],
        clockMs,
      ),
    record: (history) => void recordHistory(sandbox, history),
    endTransfer: (transfer, failReason) => endPlayedTransfer(sandbox, transfer, failReason),
    settleRefund: (refund) => settlePlayedRefund(sandbox, refund),
    save: (folder) => saveMemory(sandbox.db, folder),
  };
}

type Sandbox = Parameters<typeof endTransfer>[0];

function endPlayedTransfer(
  sandbox: Sandbox,
  { mchId, outBillNo }: { mchId: string; outBillNo: string },
  failReason: string | null,
): TransferResource {
  const sent = findTransfer(sandbox.db, mchId, outBillNo);
  if (!sent) throw new Error(`WeChat knows no transfer ${outBillNo}`);
  // Nobody listens at the address yet: the history hands the notification over itself.
  const ended = endTransfer(
    sandbox,
    { ...sent, notify_url: null },
    failReason === null ? "SUCCESS" : "FAIL",
    failReason,
  );
  return buildTransferResource({
    mchId,
    outBillNo,
    transferBillNo: ended.transfer_bill_no,
    openid: ended.openid,
    state: failReason === null ? "SUCCESS" : "FAIL",
    amountFen: ended.amount,
    failReason,
    createdAtMs: ended.created_at,
    updatedAtMs: ended.updated_at,
  });
}

function settlePlayedRefund(
  sandbox: Sandbox,
  { mchId, outRefundNo }: { mchId: string; outRefundNo: string },
): RefundResource {
  const refund = findRefund(sandbox.db, mchId, outRefundNo);
  if (!refund) throw new Error(`WeChat knows no refund ${outRefundNo}`);
  const nowMs = sandbox.now();
  settleRefundRow(sandbox.db, refund, nowMs);
  return buildRefundResource({
    mchId,
    outTradeNo: refund.out_trade_no,
    transactionId: refund.transaction_id,
    outRefundNo,
    refundId: refund.refund_id,
    status: "SUCCESS",
    totalFen: refund.total,
    refundFen: refund.refund,
    finishedAtMs: nowMs,
  });
}
