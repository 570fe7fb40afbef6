import { newNonce, signWithMerchantKey } from "@/lib/wechat/pay/sign-request";

/** The argument of getBrandWCPayRequest, spelled as WeChat's browser wants it. */
export type JsapiParams = {
  appId: string;
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: "RSA";
  paySign: string;
};

/** Signs four lines, each ended by a line feed, with the merchant's key. */
export function buildJsapiParams(
  signer: { appId: string; merchantPrivateKeyPem: string },
  prepayId: string,
  now: Date,
): JsapiParams {
  const { appId } = signer;
  const timeStamp = Math.floor(now.getTime() / 1000).toString();
  const nonceStr = newNonce();
  const prepay = `prepay_id=${prepayId}`;
  const message = `${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`;
  const paySign = signWithMerchantKey(message, signer.merchantPrivateKeyPem);
  return { appId, timeStamp, nonceStr, package: prepay, signType: "RSA", paySign };
}
