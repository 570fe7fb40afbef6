import { smallerFen } from "@/domain/money/fen";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { advancePayouts } from "@/features/payouts/commands/advance-payouts";
import { receiveTransferNotification } from "@/features/payouts/commands/receive-transfer-notification";
import { requestPayout } from "@/features/payouts/commands/request-payout";
import { savePayoutAccount } from "@/features/payouts/commands/save-payout-account";
import { findPayoutOwner } from "@/features/payouts/queries/find-payout-owner";
import { quotePayout } from "@/features/payouts/queries/quote-payout";
import { payoutIdentityVersion } from "@/features/payouts/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import type { Deed } from "@/prisma/seed/history/deed";
import { remembered, type Stage } from "@/prisma/seed/history/stage";
import { realNameOf } from "@/prisma/seed/shops/demo-people";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { seededRandom } from "@/wechat-sandbox/crypto/seeded-random";
import { signNotification } from "@/wechat-sandbox/sign-notification";

const limit = 100;

export type Identity = { idNumber: string; bankName: string; bankCard: string };

/** A distributor says who is to be paid, by separate consent. */
export function registerPayee(atMs: number, person: string, identity: Identity): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      const consent = { consented: true, consentVersion: payoutIdentityVersion } as const;
      const input = { ...identity, ...consent, realName: realNameOf(person) };
      expectOk(await savePayoutAccount(scope, input, now));
    },
  };
}

/** What somebody wants: nothing below the first amount, and not more than the second. */
export type Wish = {
  name: string;
  fromFen: bigint;
  upToFen: bigint;
  channel: "wechat" | "bank";
};

/**
 * A distributor looks at the quote and withdraws what is there, up to an amount. With too little, or
 * while something is on its way or owed, they leave it at looking.
 */
export function withdraw(atMs: number, person: string, wish: Wish): Deed {
  const { name, fromFen, upToFen, channel } = wish;
  return {
    atMs,
    keys: [person],
    // What is there depends on every settlement and refund before.
    alone: true,
    act: async (stage, now) => {
      const session = stage.customers.get(person);
      // In a short history some come later than that.
      if (!session) return;
      const { scope } = session;
      const { merchantId, customerId } = scope;
      const quote = await inMerchant(merchantId, async (tx) => {
        const owner = await findPayoutOwner(tx, { merchantId, customerId });
        if (!owner) return null;
        const { distributorId } = owner;
        const { availableFen, inPayoutFen, debtFen } = await getDistributorBalances(tx, {
          merchantId,
          distributorId,
        });
        const amountFen = smallerFen(availableFen, upToFen);
        if (amountFen < fromFen || inPayoutFen > 0n || debtFen > 0n) return null;
        return quotePayout(tx, { merchantId, distributorId, amountFen, channel, now });
      });
      if (quote === null) return;
      const { grossFen: amountFen, taxFen: seenTaxFen } = expectOk(quote);
      const at = { now, random: seededRandom(`${stage.seed}:payout:${name}`) };
      const asked = expectOk(await requestPayout(scope, { amountFen, channel, seenTaxFen }, at));
      stage.payouts.set(name, { payoutNo: asked.payoutNo, person });
    },
  };
}

/** The worker sends what is approved and asks after what is under way. */
export function sendPayouts(atMs: number): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async ({ shop, wechat }, now) => {
      wechat.setClock(now.getTime());
      await advancePayouts(shop.merchantId, { now, limit });
    },
  };
}

/**
 * WeChat reports how a transfer ended: the payee has confirmed, or it came to nothing for this reason.
 * Signed and encrypted by its side, verified and decrypted by ours.
 */
export function endPayout(atMs: number, name: string, failReason: string | null = null): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async (stage, now) => {
      const asked = stage.payouts.get(name);
      if (!asked) return;
      stage.wechat.setClock(now.getTime());
      const { body, headers } = notify(stage, asked.payoutNo, failReason, now);
      const received = expectOk(
        await receiveTransferNotification({
          merchantId: stage.shop.merchantId,
          rawBody: Buffer.from(body),
          headers: new Headers(headers),
          now,
        }),
      );
      if (received.outcome !== "applied") {
        throw new Error(`the end of ${name} was not applied: ${received.outcome}`);
      }
    },
  };
}

function notify(stage: Stage, outBillNo: string, failReason: string | null, now: Date) {
  const { wechat, shop, seed } = stage;
  const { mchId } = shop.wechat;
  return signNotification({
    account: shop.wechat,
    resource: wechat.endTransfer({ mchId, outBillNo }, failReason),
    nowSeconds: Math.floor(now.getTime() / 1000),
    random: seededRandom(`${seed}:transfer:${outBillNo}`),
  });
}
