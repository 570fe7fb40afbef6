import type { WechatSettingsView } from "@/features/merchants/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The WeChat accounts without their secrets; null while there are none. */
export async function getWechatSettings(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<WechatSettingsView | null> {
  return tx.merchantWechat.findUnique({
    where: { merchantId },
    select: {
      appId: true,
      mchId: true,
      merchantSerialNo: true,
      wechatpayPublicKeyId: true,
      wechatpayPublicKeyPem: true,
    },
  });
}
