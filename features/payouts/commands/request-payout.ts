import { planPayoutHold } from "@/domain/ledger/plan-payout-transfers";
import type { PayoutRefusal } from "@/domain/payouts/judge-request";
import type { PayoutChannel } from "@/domain/payouts/payout-state";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { lockDistributors } from "@/features/ledger/commands/lock-distributors";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { insertPayout } from "@/features/payouts/commands/insert-payout";
import { lockPerson } from "@/features/payouts/commands/lock-person";
import { assessRequest } from "@/features/payouts/queries/assess-request";
import { findPayoutOwner } from "@/features/payouts/queries/find-payout-owner";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import type { RandomBytes } from "@/lib/ids/random-code";

type Requested = { ok: true; payoutNo: string } | ({ ok: false } & PayoutRefusal);

/**
 * A distributor asks for their money: one transaction with the withdrawal's row, its number and the
 * hold of its whole amount. Whoever else decides about this distributor, this person or the shop's
 * daily total waits meanwhile, so that any number of requests together never exceed a balance or a cap.
 * @param input.amountFen gross
 * @param input.seenTaxFen the tax that was shown; another one is refused as `tax_changed`
 */
export async function requestPayout(
  customer: { merchantId: AuthorizedMerchantId; customerId: string },
  input: { amountFen: bigint; channel: PayoutChannel; seenTaxFen: bigint },
  at: { now: Date; random: RandomBytes },
): Promise<Requested> {
  const { merchantId, customerId } = customer;
  return inMerchant(merchantId, async (tx) => {
    const owner = await findPayoutOwner(tx, { merchantId, customerId });
    if (owner === null) return { ok: false, reason: "not_a_distributor" };
    const { distributorId } = owner;
    await lockForRequest(tx, merchantId, distributorId);
    const { amountFen, channel, seenTaxFen } = input;
    const question = { merchantId, distributorId, amountFen, channel, now: at.now };
    const assessed = await assessRequest(tx, question);
    if (!assessed.ok) return assessed;
    const { taxFen } = assessed.quote;
    if (taxFen !== seenTaxFen) return { ok: false, reason: "tax_changed", taxFen };
    const { payoutId, payoutNo } = await insertPayout(tx, question, assessed, at.random);
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "customer", id: customerId },
      action: "payout.request",
      objectKind: "payout",
      objectId: payoutId,
      details: { channel, grossFen: amountFen.toString(), taxFen: taxFen.toString() },
      now: at.now,
    });
    const drafts = planPayoutHold({ payoutId, distributorId, grossFen: amountFen });
    await postTransfers(tx, { merchantId, drafts, now: at.now });
    return { ok: true, payoutNo };
  });
}

/** Distributor, person, shop: in this order everywhere, so that nobody waits in a circle. */
async function lockForRequest(
  tx: MerchantTx,
  merchantId: string,
  distributorId: string,
): Promise<void> {
  await lockDistributors(tx, { merchantId, distributorIds: [distributorId] });
  const account = await tx.payoutAccount.findUnique({
    where: { merchantId_distributorId: { merchantId, distributorId } },
    select: { idNumberHash: true },
  });
  if (account !== null) {
    await lockPerson(tx, { merchantId, idNumberHash: account.idNumberHash });
  }
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(${`payouts-of-the-day:${merchantId}`}, 0))::text`;
}
