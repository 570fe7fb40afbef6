import { z } from "zod";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";

/** Whose shop a request is in. Comes from the host name alone, never from input. */
export type MerchantScope = {
  merchantId: AuthorizedMerchantId;
  /** Lower case, without port. */
  host: string;
  /** Scheme, host and port as the public sees them, without a slash at the end. */
  origin: string;
};

/** One version of a merchant's rules of attribution, payment and settlement. Orders point at theirs. */
export type MerchantPolicy = {
  version: number;
  attributionMode: "first_touch" | "last_touch";
  validityDays: number;
  protectionDays: number;
  allowSelfPurchase: boolean;
  level2Enabled: boolean;
  /** Days of 24 hours from receipt until a commission is available. */
  holdDays: number;
  /** The most that both levels of a line may take of what the customer pays for it. */
  commissionCapBps: number;
  paymentMinutes: number;
  autoReceiveDays: number;
  paymentFeeBps: number;
  traditionalRakeBps: number;
  createdAt: Date;
};

/** The payout half of a policy; amounts in fen. */
export type PayoutPolicy = {
  payoutMinFen: bigint;
  /** Paid by the end of this many days after the request. */
  payoutDueDays: number;
  /** Above it two people. */
  payoutApprovalLimitFen: bigint;
  /** Per person and day in Shanghai. */
  payoutDailyCapFen: bigint;
  /** Of the whole shop per day. */
  payoutDailyTotalFen: bigint;
  payoutCooldownHours: number;
  /** What WeChat shows and reports: 岗位类型 and 报酬说明. */
  payoutJobTitle: string;
  payoutRemark: string;
};

const days = (min: number, max: number) => z.int().min(min).max(max);
const bps = z.int().min(0).max(10_000);

/** A change of policy as the dashboard's form sends it: all fields, and the version that it was made from. */
export const policyInput = z.object({
  seenVersion: z.int().min(1),
  attributionMode: z.enum(["first_touch", "last_touch"]),
  validityDays: days(1, 3650),
  protectionDays: days(0, 3650),
  allowSelfPurchase: z.boolean(),
  level2Enabled: z.boolean(),
  /** "I have taken advice": needed to switch level 2 on. */
  level2Confirmed: z.boolean().default(false),
  holdDays: days(0, 365),
  commissionCapBps: bps,
  paymentMinutes: z.int().min(5).max(10_080),
  autoReceiveDays: days(1, 365),
  paymentFeeBps: bps,
  traditionalRakeBps: bps,
});
export type PolicyInput = z.infer<typeof policyInput>;

const payoutAmount = z.bigint().min(0n).max(100_000_000_00n, "fault.money.too_large");

/** A change of the payout rules: all fields, and the version that it was made from. */
export const payoutPolicyInput = z
  .object({
    seenVersion: z.int().min(1),
    payoutMinFen: z.bigint().min(30n, "fault.payoutMin").max(1_000_000_00n, "fault.payoutMin"),
    payoutDueDays: days(0, 60),
    payoutApprovalLimitFen: payoutAmount,
    payoutDailyCapFen: payoutAmount,
    payoutDailyTotalFen: payoutAmount,
    payoutCooldownHours: z.int().min(0).max(720),
    payoutJobTitle: z.string().trim().min(1).max(32),
    payoutRemark: z.string().trim().min(1).max(32),
  })
  .refine((terms) => terms.payoutDailyCapFen >= terms.payoutMinFen, {
    path: ["payoutDailyCapFen"],
    message: "fault.belowMinimum",
  })
  .refine((terms) => terms.payoutDailyTotalFen >= terms.payoutDailyCapFen, {
    path: ["payoutDailyTotalFen"],
    message: "fault.belowCap",
  });
export type PayoutPolicyInput = z.infer<typeof payoutPolicyInput>;

/** What a new merchant is set up with. */
export const newMerchantInput = z.object({
  slug: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().trim().min(1).max(60),
  /** Host names without port, lower case; the first is the primary one. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]{1,253}$/))
    .min(1)
    .max(20),
});
export type NewMerchantInput = z.infer<typeof newMerchantInput>;

/** What the shop says about itself on every page. */
export type MerchantProfileView = {
  name: string;
  slogan: string;
  story: string;
  servicePhone: string;
  companyName: string;
  licenceNo: string;
  foodLicenceNo: string;
  icpNo: string;
  returnRules: string;
  privacyNotice: string;
  logoPictureId: string | null;
  bannerPictureId: string | null;
};

const words = (max: number) => z.string().trim().max(max);

/** What the settings page changes of the shop's profile. */
export const profileInput = z.object({
  name: z.string().trim().min(1).max(60),
  slogan: words(60),
  story: words(4_000),
  servicePhone: words(30),
  companyName: words(100),
  licenceNo: words(40),
  foodLicenceNo: words(40),
  icpNo: words(40),
  returnRules: words(4_000),
  privacyNotice: words(10_000),
});
export type ProfileInput = z.infer<typeof profileInput>;

/** WeChat accounts as typed; a secret that is left empty stays what it was. */
export const wechatInput = z.object({
  appId: z
    .string()
    .trim()
    .regex(/^wx[0-9a-zA-Z]{6,40}$/),
  appSecret: words(200),
  mchId: z
    .string()
    .trim()
    .regex(/^\d{6,32}$/),
  merchantSerialNo: z
    .string()
    .trim()
    .regex(/^[0-9A-Fa-f]{8,64}$/),
  merchantPrivateKeyPem: words(8_000),
  apiV3Key: z.string().regex(/^(.{32})?$/, "fault.apiV3Key"),
  wechatpayPublicKeyId: z
    .string()
    .trim()
    .regex(/^PUB_KEY_ID_\w{4,60}$/),
  wechatpayPublicKeyPem: z.string().trim().min(1).max(8_000),
});
export type WechatInput = z.infer<typeof wechatInput>;

/** The WeChat accounts as the dashboard may show them: nothing secret. */
export type WechatSettingsView = {
  appId: string;
  mchId: string;
  merchantSerialNo: string;
  wechatpayPublicKeyId: string;
  wechatpayPublicKeyPem: string;
};
