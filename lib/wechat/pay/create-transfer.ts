import type { Fen } from "@/domain/money/fen";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import { callPay, type PayAnswer } from "@/lib/wechat/pay/call-pay";
import { encryptField } from "@/lib/wechat/pay/encrypt-field";
import { limitRate } from "@/lib/wechat/pay/limit-rate";
import { createdTransferSchema, type WechatTransfer } from "@/lib/wechat/pay/transfer";

/** 佣金报酬: what a distributor earns. Its two report fields have fixed names (wechat.md 4.9). */
const sceneId = "1005";
const jobTitleField = "岗位类型";
const remarkField = "报酬说明";

export type TransferOrder = {
  /** Kept through every retry, with everything else here: a new number would pay twice. */
  outBillNo: string;
  openId: string;
  amountFen: Fen;
  /** In the clear; "" where WeChat does not demand the name. */
  userName: string;
  jobTitle: string;
  remark: string;
  notifyUrl: string;
};

/** Asks WeChat to pay a person, who then confirms on the phone. Repeated, it says what there is. */
export async function createTransfer(
  credentials: WechatCredentials,
  order: TransferOrder,
  now: Date,
): Promise<PayAnswer<WechatTransfer>> {
  await limitRate("transfer", credentials.mchId);
  const userName =
    order.userName && encryptField(order.userName, credentials.wechatpayPublicKeyPem);
  return callPay({
    credentials,
    method: "POST",
    target: "/v3/fund-app/mch-transfer/transfer-bills",
    body: {
      appid: credentials.appId,
      out_bill_no: order.outBillNo,
      transfer_scene_id: sceneId,
      openid: order.openId,
      ...(userName === "" ? {} : { user_name: userName }),
      transfer_amount: Number(order.amountFen),
      transfer_remark: order.remark,
      notify_url: order.notifyUrl,
      transfer_scene_report_infos: [
        { info_type: jobTitleField, info_content: order.jobTitle },
        { info_type: remarkField, info_content: order.remark },
      ],
    },
    answer: createdTransferSchema,
    now,
  });
}
