import { recordAudit } from "@/features/audit/commands/record-audit";
import { lockDistributors } from "@/features/ledger/commands/lock-distributors";
import { blankPerson } from "@/features/persons/commands/blank-person";
import { findErasureObstacle } from "@/features/persons/queries/find-erasure-obstacle";
import type { ErasedPerson } from "@/features/persons/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { forgetPosters } from "@/lib/storage/forget-posters";

/**
 * Forgets a customer who asked for it (PIPL art. 47): who they are goes out of every table and every poster
 * that bears their name, they are signed out, and orders, ledger and tax stay without them. Refused while
 * goods, money or tax of theirs are under way. Who comes back with the same WeChat is a new customer. Doing it
 * again takes out what a late report of a payment may have brought since.
 */
export async function erasePerson(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  customerId: string,
  now: Date,
): Promise<ErasedPerson> {
  const { merchantId, sessionId } = staff;
  const erased = await inMerchant(merchantId, async (tx): Promise<ErasedPerson> => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    return erase(tx, staff, customerId, now);
  });
  if (erased.ok) await forgetPosters();
  return erased;
}

async function erase(
  tx: MerchantTx,
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  customerId: string,
  now: Date,
): Promise<ErasedPerson> {
  const person = await lockPersonsRows(tx, { merchantId, customerId });
  if (person === null) return { ok: false, reason: "not_found" };
  const { distributorId } = person;
  const question = { merchantId, customerId, distributorId, now };
  const obstacle = await findErasureObstacle(tx, question);
  if (obstacle !== null) return { ok: false, reason: "under_way", obstacle };
  await blankPerson(tx, question);
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "staff", id: staffId },
    action: "person.erase",
    objectKind: "customer",
    objectId: customerId,
    now,
  });
  return { ok: true };
}

/** Sign-ins, checkouts and withdrawals of the person wait until the transaction ends. Null for nobody. */
async function lockPersonsRows(
  tx: MerchantTx,
  { merchantId, customerId }: { merchantId: string; customerId: string },
): Promise<{ distributorId: string | null } | null> {
  const locked = await tx.$queryRaw<unknown[]>`
    select id from customer where merchant_id = ${merchantId}::uuid and id = ${customerId}::uuid
    for no key update`;
  if (locked.length === 0) return null;
  const distributor = await tx.distributor.findUnique({
    where: { merchantId_customerId: { merchantId, customerId } },
    select: { id: true },
  });
  if (distributor === null) return { distributorId: null };
  await lockDistributors(tx, { merchantId, distributorIds: [distributor.id] });
  return { distributorId: distributor.id };
}
