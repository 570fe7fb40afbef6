import { recordAudit } from "@/features/audit/commands/record-audit";
import { recordConsent } from "@/features/customers/commands/record-consent";
import { lockDistributors } from "@/features/ledger/commands/lock-distributors";
import { findPayee } from "@/features/payouts/queries/find-payee";
import { findPayoutOwner } from "@/features/payouts/queries/find-payout-owner";
import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import { type PayoutAccountInput, payoutIdentityPurpose } from "@/features/payouts/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import type { PayoutAccount } from "@/prisma/generated/client";

/**
 * Keeps who is to be paid: name, identity number and, if given, a bank card, sealed, with the consent
 * that was given for just this (PIPL art. 29). A change of what is there starts the cool-down; while a
 * withdrawal is open nothing changes. Saving the same again changes nothing.
 */
export async function savePayoutAccount(
  customer: { merchantId: AuthorizedMerchantId; customerId: string },
  input: PayoutAccountInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "payout_open" | "not_a_distributor" }> {
  const { merchantId, customerId } = customer;
  return inMerchant(merchantId, async (tx) => {
    const owner = await findPayoutOwner(tx, { merchantId, customerId });
    if (owner === null) return { ok: false, reason: "not_a_distributor" };
    const { distributorId } = owner;
    await lockDistributors(tx, { merchantId, distributorIds: [distributorId] });
    const payee = await findPayee(tx, { merchantId, distributorId });
    if (!payee.isDistributor) return { ok: false, reason: "not_a_distributor" };
    if (payee.openPayoutNo !== null) return { ok: false, reason: "payout_open" };
    const { consentVersion: version } = input;
    await recordConsent(tx, {
      merchantId,
      customerId,
      purpose: payoutIdentityPurpose,
      version,
      now,
    });
    const key = { merchantId, distributorId };
    const before = await tx.payoutAccount.findUnique({ where: { merchantId_distributorId: key } });
    if (before !== null && isSame(before, input, key)) return { ok: true };
    const columns = { ...toColumns(input, key), changedAt: now };
    if (before !== null && before.idNumberHash !== columns.idNumberHash) {
      await keepFormerIdentity(tx, before, now);
    }
    await (before === null
      ? tx.payoutAccount.create({ data: { ...key, ...columns, createdAt: now } })
      : tx.payoutAccount.update({ where: { merchantId_distributorId: key }, data: columns }));
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "customer", id: customerId },
      action: "payout_account.save",
      objectKind: "distributor",
      objectId: distributorId,
      details: { first: before === null, hasBank: input.bankCard !== "" },
      now,
    });
    return { ok: true };
  });
}

/**
 * What was paid under a number is filed under it, also after another one has taken its place. Nothing is kept
 * of a number under which nothing was ever asked for.
 */
async function keepFormerIdentity(tx: MerchantTx, before: PayoutAccount, now: Date): Promise<void> {
  const { merchantId, distributorId, idNumberHash } = before;
  const key = { merchantId, distributorId, idNumberHash };
  if ((await tx.payout.findFirst({ where: key, select: { id: true } })) === null) return;
  const { idNumberTail, realNameSealed, idNumberSealed } = before;
  const columns = { idNumberTail, realNameSealed, idNumberSealed, replacedAt: now };
  await tx.formerPayoutIdentity.upsert({
    where: { merchantId_distributorId_idNumberHash: key },
    create: { ...key, ...columns },
    update: columns,
  });
}

type Key = { merchantId: string; distributorId: string };

function toColumns(input: PayoutAccountInput, key: Key) {
  const { realName, idNumber, bankName, bankCard, consentVersion } = input;
  return {
    realNameSealed: payoutSeal.seal(realName, key, "realName"),
    idNumberSealed: payoutSeal.seal(idNumber, key, "idNumber"),
    idNumberHash: payoutSeal.hashIdNumber(key.merchantId, idNumber),
    idNumberTail: idNumber.slice(-4),
    bankName,
    bankCardSealed: bankCard === "" ? "" : payoutSeal.seal(bankCard, key, "bankCard"),
    bankCardTail: bankCard.slice(-4),
    consentVersion,
  };
}

function isSame(
  before: {
    realNameSealed: string;
    idNumberHash: string;
    bankName: string;
    bankCardSealed: string;
  },
  input: PayoutAccountInput,
  key: Key,
): boolean {
  const card = payoutSeal.unseal(before.bankCardSealed, key, "bankCard");
  return (
    payoutSeal.unseal(before.realNameSealed, key, "realName") === input.realName &&
    before.idNumberHash === payoutSeal.hashIdNumber(key.merchantId, input.idNumber) &&
    before.bankName === input.bankName &&
    card === input.bankCard
  );
}
