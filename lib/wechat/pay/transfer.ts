import { z } from "zod";

const fenSchema = z.int().positive().transform(BigInt);
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const WECHAT_TRANSFER_STATES = [
  "ACCEPTED",
  "PROCESSING",
  "WAIT_USER_CONFIRM",
  "TRANSFERING",
  "SUCCESS",
  "FAIL",
  "CANCELING",
  "CANCELLED",
] as const;
/** WeChat's own words, its spelling included. */
export type WechatTransferState = (typeof WECHAT_TRANSFER_STATES)[number];

/**
 * A transfer to a person as WeChat describes it (wechat.md 4.9). Its answers to creating and
 * cancelling name neither account nor amount: they are null there.
 */
export type WechatTransfer = {
  mchId: string | null;
  outBillNo: string;
  transferBillNo: string;
  state: WechatTransferState;
  amountFen: bigint | null;
  openId: string | null;
  failReason: string;
  /** Opens the confirmation on the phone; "" where WeChat does not give it. */
  packageInfo: string;
  /** When WeChat took the transfer on; null in the answer to cancelling. */
  createdAt: Date | null;
  /** When its state last changed; null in the answer to creating. */
  updatedAt: Date | null;
};

const state = z.enum(WECHAT_TRANSFER_STATES);
const numbers = {
  out_bill_no: z.string(),
  transfer_bill_no: z.string().min(1).max(64),
};

/** The answer to creating a transfer. */
export const createdTransferSchema = z
  .object({
    ...numbers,
    state,
    create_time: moment,
    fail_reason: z.string().max(64).default(""),
    package_info: z.string().max(2_000).default(""),
  })
  .transform(
    (raw): WechatTransfer => ({
      mchId: null,
      outBillNo: raw.out_bill_no,
      transferBillNo: raw.transfer_bill_no,
      state: raw.state,
      amountFen: null,
      openId: null,
      failReason: raw.fail_reason,
      packageInfo: raw.package_info,
      createdAt: raw.create_time,
      updatedAt: null,
    }),
  );

const described = z.object({
  ...numbers,
  state,
  mch_id: z.string(),
  transfer_amount: fenSchema,
  openid: z.string().optional(),
  fail_reason: z.string().max(64).default(""),
  create_time: moment,
  update_time: moment,
});

function describe(raw: z.infer<typeof described>): WechatTransfer {
  return {
    mchId: raw.mch_id,
    outBillNo: raw.out_bill_no,
    transferBillNo: raw.transfer_bill_no,
    state: raw.state,
    amountFen: raw.transfer_amount,
    openId: raw.openid ?? null,
    failReason: raw.fail_reason,
    packageInfo: "",
    createdAt: raw.create_time,
    updatedAt: raw.update_time,
  };
}

/** The answer to a query. */
export const queriedTransferSchema = described.transform(describe);

/** The plain content of a notification: only ended transfers are told, and whose they are. */
export const transferNoticeSchema = described
  .extend({ state: z.enum(["SUCCESS", "FAIL", "CANCELLED"]), openid: z.string() })
  .transform(describe);

/** The answer to cancelling: taken on, not done. */
export const cancelledTransferSchema = z
  .object({ ...numbers, state: z.enum(["CANCELING", "CANCELLED"]), update_time: moment })
  .transform(
    (raw): WechatTransfer => ({
      mchId: null,
      outBillNo: raw.out_bill_no,
      transferBillNo: raw.transfer_bill_no,
      state: raw.state,
      amountFen: null,
      openId: null,
      failReason: "",
      packageInfo: "",
      createdAt: null,
      updatedAt: raw.update_time,
    }),
  );
