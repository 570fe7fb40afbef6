import { z } from "zod";
import {
  amountFenSchema,
  notifyUrlSchema,
  outTradeNoSchema,
  rfc3339Schema,
  textOfBytes,
} from "./pay-fields";

const goodsDetailSchema = z.strictObject({
  merchant_goods_id: z.string().min(1).max(32),
  wechatpay_goods_id: z.string().min(1).max(32).optional(),
  goods_name: z.string().min(1).max(256).optional(),
  quantity: z.int().positive(),
  unit_price: z.int().nonnegative(),
});

const storeInfoSchema = z.strictObject({
  id: z.string().min(1).max(32).optional(),
  name: z.string().min(1).max(256),
  area_code: z.string().min(1).max(32),
  address: z.string().min(1).max(512),
});

/** POST /v3/pay/transactions/jsapi. Amounts in fen. Unknown fields are refused, as WeChat does. */
export const prepayRequestSchema = z.strictObject({
  appid: z.string().min(1).max(32),
  mchid: z.string().min(1).max(32),
  description: textOfBytes(127),
  out_trade_no: outTradeNoSchema,
  time_expire: rfc3339Schema.optional(),
  attach: textOfBytes(128).optional(),
  notify_url: notifyUrlSchema,
  goods_tag: z.string().min(1).max(32).optional(),
  limit_pay: z.array(z.enum(["no_balance", "no_credit", "no_debit", "balance_only"])).optional(),
  support_fapiao: z.boolean().optional(),
  amount: z.strictObject({ total: amountFenSchema, currency: z.literal("CNY").optional() }),
  payer: z.strictObject({ openid: z.string().min(1).max(128) }),
  detail: z
    .strictObject({
      cost_price: z.int().nonnegative().optional(),
      invoice_id: z.string().min(1).max(32).optional(),
      goods_detail: z.array(goodsDetailSchema).max(6000).optional(),
    })
    .optional(),
  scene_info: z
    .strictObject({
      payer_client_ip: z.union([z.ipv4(), z.ipv6()]),
      device_id: z.string().min(1).max(32).optional(),
      store_info: storeInfoSchema.optional(),
    })
    .optional(),
  settle_info: z.strictObject({ profit_sharing: z.boolean().optional() }).optional(),
});
export type PrepayRequest = z.infer<typeof prepayRequestSchema>;

export const prepayAnswerSchema = z.strictObject({ prepay_id: z.string().min(1).max(64) });
