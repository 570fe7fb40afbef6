import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { getWechatCredentials } from "@/lib/wechat/credentials";
import { queryByOutTradeNo } from "@/lib/wechat/pay/query-by-out-trade-no";
import { fetchAccessToken } from "@/lib/wechat/tokens/fetch-tokens";

/** A number that no order has: WeChat answers "no such order" once it has believed our signature. */
const unknownNumber = "renhe-settings-test";

type Tested = { ok: true; account: boolean; pay: boolean } | { ok: false; reason: "not_set" };

/**
 * Asks WeChat whether the stored accounts are good: the official account for a token, the payment
 * account about an order that does not exist. Changes nothing.
 */
export async function testWechat(merchantId: AuthorizedMerchantId, now: Date): Promise<Tested> {
  const credentials = await inMerchant(merchantId, (tx) => getWechatCredentials(tx, merchantId));
  if (!credentials) return { ok: false, reason: "not_set" };
  const account = await fetchAccessToken(credentials).then(
    () => true,
    () => false,
  );
  const asked = await queryByOutTradeNo(credentials, unknownNumber, now).catch(() => null);
  const pay = asked !== null && (asked.ok || asked.reason === "not_found");
  return { ok: true, account, pay };
}
