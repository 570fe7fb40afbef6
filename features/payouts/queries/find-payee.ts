import { ENDED_STATES } from "@/domain/payouts/payout-state";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Who asks for a withdrawal, and what stands in the way on their side. */
export type Payee = {
  isDistributor: boolean;
  isFrozen: boolean;
  openPayoutNo: string | null;
  account: {
    idNumberHash: string;
    realNameSealed: string;
    bankCardTail: string;
    createdAt: Date;
    changedAt: Date;
  } | null;
  /** Who they are for the shop's WeChat account; null without one. */
  wechat: { appId: string; mchId: string; openId: string } | null;
};

/** A distributor as the one who is paid. A frozen distributor may still withdraw what was promised before. */
export async function findPayee(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string },
): Promise<Payee> {
  const { merchantId, distributorId } = question;
  const distributor = await tx.distributor.findUnique({
    where: { merchantId_id: { merchantId, id: distributorId } },
    select: {
      status: true,
      customerId: true,
      payoutsFrozenAt: true,
      payoutAccount: true,
      payouts: {
        where: { state: { notIn: [...ENDED_STATES] } },
        select: { payoutNo: true },
        take: 1,
      },
    },
  });
  const status = distributor?.status;
  return {
    isDistributor: status === "approved" || status === "frozen",
    isFrozen: (distributor?.payoutsFrozenAt ?? null) !== null,
    openPayoutNo: distributor?.payouts[0]?.payoutNo ?? null,
    account: distributor?.payoutAccount ?? null,
    wechat: distributor && (await findWechat(tx, merchantId, distributor.customerId)),
  };
}

async function findWechat(
  tx: MerchantTx,
  merchantId: string,
  customerId: string,
): Promise<Payee["wechat"]> {
  const shop = await tx.merchantWechat.findUnique({
    where: { merchantId },
    select: { appId: true, mchId: true },
  });
  if (shop === null) return null;
  const identity = await tx.wechatIdentity.findFirst({
    where: { merchantId, appId: shop.appId, customerId },
    orderBy: [{ createdAt: "desc" }, { openId: "asc" }],
    select: { openId: true },
  });
  return identity && { ...shop, openId: identity.openId };
}
