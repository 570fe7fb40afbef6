import { z } from "zod";

/** A share card as a friend sees it. */
export const shareCardSchema = z.strictObject({
  title: z.string().max(500),
  desc: z.string().max(1000),
  link: z.url({ protocol: /^https?$/ }),
  imgUrl: z.string().max(2000),
});
export type ShareCard = z.infer<typeof shareCardSchema>;

/** POST /sandbox/messages: the user of the phone sends a card to another. */
export const sendCardSchema = z.strictObject({ to: z.string().min(1), card: shareCardSchema });

/** POST /sandbox/js/config: what the page gave to wx.config, and its address. */
export const jsConfigSchema = z.object({
  appId: z.string(),
  timestamp: z.union([z.string(), z.number()]).transform(String),
  nonceStr: z.string(),
  signature: z.string(),
  jsApiList: z.array(z.string()),
  url: z.url(),
});

/** POST /sandbox/js/pay: the payment call's fields as WeChat requires them, and the page. */
export const jsPaySchema = z.object({
  params: z.object({
    appId: z.string(),
    timeStamp: z.string().regex(/^\d{10}$/),
    nonceStr: z.string().min(1).max(32),
    package: z.string().startsWith("prepay_id="),
    signType: z.literal("RSA"),
    paySign: z.string().min(1),
  }),
  url: z.url(),
});
export type JsPay = z.infer<typeof jsPaySchema>;

/** POST /sandbox/pay-sheet: the user of the phone has entered the password. */
export const paySheetSchema = z.strictObject({ prepay_id: z.string().min(1) });

/** POST /sandbox/js/transfer: what the page gave to requestMerchantTransfer, and the page. */
export const jsTransferSchema = z.object({
  params: z.object({
    mchId: z.string().min(1),
    appId: z.string().min(1),
    package: z.string().min(1),
  }),
  url: z.url(),
});
export type JsTransfer = z.infer<typeof jsTransferSchema>;

/** POST /sandbox/transfer-sheet: the user of the phone takes the money. */
export const transferSheetSchema = z.strictObject({ package: z.string().min(1) });
