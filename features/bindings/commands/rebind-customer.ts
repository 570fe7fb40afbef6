import { decideRebind, type RebindRefusal } from "@/domain/attribution/decide-rebind";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { lockBindingChain } from "@/features/bindings/commands/lock-binding-chain";
import { findCircularDistributors } from "@/features/bindings/queries/find-circular-distributors";
import { type CustomerStanding, lockCustomer } from "@/features/bindings/queries/lock-customer";
import type { RebindInput } from "@/features/bindings/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

type Staff = { merchantId: AuthorizedMerchantId; staffId: string };
type Rebound = { ok: true } | { ok: false; reason: "not_found" | RebindRefusal };

/**
 * Gives a customer to another distributor, or to nobody, by hand (F3): ends the period in force and
 * opens the next at the same moment, with the person and the reason on it. Orders keep what they were
 * placed under.
 * @param input.seenBindingId the live period that the person saw, null for none; another one by now is
 *   "changed", so of two tabs the second is told
 */
export async function rebindCustomer(
  staff: Staff,
  input: RebindInput,
  now: Date,
): Promise<Rebound> {
  const { merchantId } = staff;
  const { customerId, distributorId, seenBindingId } = input;
  return inMerchant(merchantId, async (tx): Promise<Rebound> => {
    const standing = await lockCustomer(tx, { merchantId, customerId });
    if (!standing) return { ok: false, reason: "not_found" };
    const target = distributorId ? await findStanding(tx, merchantId, distributorId) : null;
    if (distributorId && !target) return { ok: false, reason: "not_found" };
    const isCircular = await wouldClose(tx, { merchantId, distributorId, standing, now });
    const decision = decideRebind({ ...standing, seenBindingId, target, isCircular, now });
    if (!decision.ok) return decision;
    await writePeriod(tx, { staff, input, latest: standing.latest, ...decision, now });
    return { ok: true };
  });
}

async function writePeriod(
  tx: MerchantTx,
  change: {
    staff: Staff;
    input: RebindInput;
    latest: CustomerStanding["latest"];
    boundAt: Date;
    validUntil: Date;
    now: Date;
  },
): Promise<void> {
  const { staff, input, latest, boundAt, validUntil, now } = change;
  const { merchantId, staffId } = staff;
  const { customerId, distributorId, reason } = input;
  // What ends is written before what begins: periods may not overlap for a moment either.
  if (latest && latest.validUntil > boundAt) await end(tx, merchantId, latest.id, boundAt);
  // The empty period of a release names whom it was ended with.
  const heldBy = distributorId ?? latest?.distributorId;
  if (!heldBy) throw new Error("nobody's customer cannot be released");
  const bindingId = newId();
  await tx.customerBinding.create({
    data: {
      merchantId,
      id: bindingId,
      customerId,
      distributorId: heldBy,
      source: distributorId ? "manual" : "release",
      reason,
      boundBy: staffId,
      boundAt,
      validUntil,
      createdAt: now,
    },
  });
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "staff", id: staffId },
    action: distributorId ? "binding.rebind" : "binding.release",
    objectKind: "customer",
    objectId: customerId,
    details: { bindingId, from: latest?.distributorId ?? null, to: distributorId, reason },
    now,
  });
}

async function findStanding(tx: MerchantTx, merchantId: string, id: string) {
  // Held, so that nobody is frozen between the look and the binding.
  const [found] = await tx.$queryRaw<
    { id: string; status: "applied" | "approved" | "refused" | "frozen" }[]
  >`select id, status::text as status from distributor
    where merchant_id = ${merchantId}::uuid and id = ${id}::uuid for share`;
  return found ?? null;
}

/** Whether the customer, being a distributor, would belong to somebody who belongs to them. */
async function wouldClose(
  tx: MerchantTx,
  question: {
    merchantId: string;
    distributorId: string | null;
    standing: CustomerStanding;
    now: Date;
  },
): Promise<boolean> {
  const { merchantId, distributorId, standing, now } = question;
  const { customerDistributorId: ownDistributorId } = standing;
  if (!distributorId || !ownDistributorId || distributorId === ownDistributorId) return false;
  await lockBindingChain(tx, merchantId);
  const distributorIds = [distributorId];
  const circular = await findCircularDistributors(tx, {
    merchantId,
    ownDistributorId,
    distributorIds,
    since: now,
  });
  return circular.has(distributorId);
}

async function end(tx: MerchantTx, merchantId: string, id: string, at: Date): Promise<void> {
  const { count } = await tx.customerBinding.updateMany({
    where: { merchantId, id, validUntil: { gt: at } },
    data: { validUntil: at },
  });
  if (count !== 1) throw new Error("the customer's lock did not hold their binding");
}
