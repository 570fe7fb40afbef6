import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { sealWechatCredentials, type WechatCredentials } from "@/lib/wechat/credentials";

type Actor = {
  merchantId: AuthorizedMerchantId;
  /** Null while the installation is being set up and nobody has signed in yet. */
  staffId: string | null;
};

/** Keeps the merchant's WeChat accounts, secrets sealed. Tokens of the accounts before are forgotten. */
export async function setWechatCredentials(
  { merchantId, staffId }: Actor,
  credentials: WechatCredentials,
  now: Date,
): Promise<void> {
  const columns = sealWechatCredentials(merchantId, credentials);
  await inMerchant(merchantId, async (tx) => {
    await tx.merchantWechat.upsert({
      where: { merchantId },
      create: { merchantId, ...columns },
      update: columns,
    });
    await tx.wechatToken.deleteMany({ where: { merchantId } });
    await recordAudit(tx, {
      merchantId,
      actor: staffId === null ? { kind: "system" } : { kind: "staff", id: staffId },
      action: "merchant_wechat.set",
      objectKind: "merchant",
      objectId: merchantId,
      details: { appId: credentials.appId, mchId: credentials.mchId },
      now,
    });
  });
}
