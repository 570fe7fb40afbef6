import { onPlatform } from "@/lib/db/on-platform";
import { env } from "@/lib/env";

/** Where WeChat Pay tells a shop about its `kind`: an address at its first host; null without a host. */
export async function getNotifyUrl(merchantId: string, kind: "transfer"): Promise<string | null> {
  const row = await onPlatform().merchantHost.findFirst({
    where: { merchantId },
    orderBy: [{ isPrimary: "desc" }, { host: "asc" }],
  });
  return row && `${env().PUBLIC_ORIGIN.replace("{host}", row.host)}/api/wechat/notify/${kind}`;
}
