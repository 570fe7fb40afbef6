import { recordAudit } from "@/features/audit/commands/record-audit";
import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import { bookRefund } from "@/features/refunds/commands/book-refund";
import { lockRefundedDistributors } from "@/features/refunds/commands/lock-refunded-distributors";
import { releaseRefundedLines } from "@/features/refunds/commands/release-refunded-lines";
import {
  type FoundRefund,
  findReportedRefund,
} from "@/features/refunds/queries/find-reported-refund";
import { toRefundResult } from "@/features/refunds/queries/to-refund-result";
import type { EndedRefund, EndRefundInput } from "@/features/refunds/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { queryRefund } from "@/lib/wechat/pay/request-refund";

type Staff = Pick<StaffScope, "merchantId" | "staffId" | "sessionId">;
type Refusal = Extract<EndedRefund, { ok: false }>["reason"];

/** A request to WeChat lives eight seconds; whoever asked longer ago than this has its answer. */
const quietMs = 60_000;

/**
 * A person ends a refund that WeChat cannot bring to its end (the customer's account takes no money) or
 * has refused: given up, its lines are free again and its commissions go on; paid by another way, all
 * follows as if WeChat had paid, but out of the merchant's bank. WeChat is asked just before, so that
 * nothing ends here that went on there; what it tells afterwards contradicts this and is put away for a
 * person to see. Money that came too late can only be paid back: it is the customer's. Where the payment
 * was taken by a merchant number that is no longer ours nobody can be asked from here, and the person
 * says that they have looked there (decision 0032).
 */
export async function endRefundByHand(
  staff: Staff,
  input: EndRefundInput,
  now: Date,
): Promise<EndedRefund> {
  const { merchantId, sessionId } = staff;
  const { outRefundNo, way } = input;
  const refund = await inMerchant(merchantId, async (tx) =>
    (await hasSteppedUp(tx, { merchantId, sessionId, now }))
      ? findReportedRefund(tx, { merchantId, outRefundNo })
      : "asleep",
  );
  if (refund === "asleep") return { ok: false, reason: "step_up_needed" };
  if (refund === null) return { ok: false, reason: "not_found" };
  if (refund.isLate && way === "give_up") return { ok: false, reason: "owed" };
  const hasLooked = input.checkedThere === "yes";
  const objection = objectionOf(refund) ?? (await askWechat(merchantId, refund, hasLooked, now));
  if (objection !== null) return { ok: false, reason: objection };
  const ended = await inMerchant(merchantId, (tx) => end(tx, staff, { ...input, refund }, now));
  return ended ? { ok: true } : { ok: false, reason: "just_asked" };
}

/** Only what WeChat has said no to can be ended: everything else may still arrive by itself. */
function objectionOf({ state, failure }: FoundRefund): Refusal | null {
  if (state === "success" || state === "closed") return "ended_already";
  return state === "abnormal" || failure !== "" ? null : "under_way";
}

/**
 * Whether it is at WeChat still as we know it; what is new there is written down.
 * @param hasLooked the person has looked at the merchant platform themselves
 */
async function askWechat(
  merchantId: AuthorizedMerchantId,
  refund: FoundRefund,
  hasLooked: boolean,
  now: Date,
): Promise<Refusal | null> {
  const credentials = await currentWechatCredentials(merchantId, now);
  if (credentials?.mchId !== refund.mchId) return hasLooked ? null : "cannot_ask";
  const answer = await queryRefund(credentials, refund.outRefundNo, now);
  if (!answer.ok) {
    const isUnknownThere = answer.reason === "not_found" && refund.state === "requested";
    return isUnknownThere ? null : "unclear";
  }
  await applyRefundResult(merchantId, toRefundResult(refund, answer.answer), now);
  return answer.answer.status === "ABNORMAL" ? null : "went_on";
}

/** @returns false when it was asked for again, or has ended, since WeChat was asked */
async function end(
  tx: MerchantTx,
  { merchantId, staffId }: Staff,
  { refund, way, reason, checkedThere }: EndRefundInput & { refund: FoundRefund },
  now: Date,
): Promise<boolean> {
  const { refundId, orderId, outRefundNo, amountFen } = refund;
  const paidElsewhere = way === "pay_elsewhere";
  if (paidElsewhere) await lockRefundedDistributors(tx, { merchantId, refund });
  const quiet = new Date(now.getTime() - quietMs);
  const isQuiet = [{ sentAt: null }, { sentAt: { lte: quiet } }];
  const { count } = await tx.refund.updateMany({
    where: {
      merchantId,
      id: refundId,
      OR: [
        { state: "abnormal" },
        { state: { in: ["requested", "processing"] }, failure: { not: "" }, OR: isQuiet },
      ],
    },
    data: {
      endedBy: staffId,
      endedReason: reason,
      paidElsewhere,
      ...(paidElsewhere
        ? { state: "success", succeededAt: now }
        : { state: "closed", closedAt: now }),
    },
  });
  if (count === 0) return false;
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "staff", id: staffId },
    action: paidElsewhere ? "refund.pay_elsewhere" : "refund.give_up",
    objectKind: "order",
    objectId: orderId,
    details: {
      refundId,
      outRefundNo,
      amountFen: amountFen.toString(),
      reason,
      checkedThere: checkedThere === "yes",
    },
    now,
  });
  if (paidElsewhere) {
    await bookRefund(tx, { merchantId, refund: { ...refund, paidElsewhere }, now });
  } else await releaseRefundedLines(tx, { merchantId, refundId });
  return true;
}
