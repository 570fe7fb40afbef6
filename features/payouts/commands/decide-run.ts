import { sumFen } from "@/domain/money/fen";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { DecideRunInput } from "@/features/payouts/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

type Refusal = "not_found" | "decided_already" | "same_person" | "changed" | "step_up_needed";

/**
 * Another person decides what one has proposed, with their password given again. Approved withdrawals
 * go to the worker, or to the bank's file; a refused run leaves them waiting for another one.
 * Two tabs, or two people: the guarded update lets one through.
 * @param input.seenTotalFen gross of those of the run that still wait: some may have been taken back
 */
export async function decideRun(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: DecideRunInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  const { merchantId, staffId, sessionId } = staff;
  const { runId } = input;
  return inMerchant(merchantId, async (tx) => {
    const refusal = await findRefusal(tx, { merchantId, staffId, sessionId, runId, now });
    if (refusal !== null) return { ok: false, reason: refusal };
    const isApproved = input.decision === "approve";
    if (isApproved && !(await holdsStill(tx, merchantId, input))) {
      return { ok: false, reason: "changed" };
    }
    const { count } = await tx.payoutRun.updateMany({
      where: { merchantId, id: runId, state: "proposed", proposedBy: { not: staffId } },
      data: {
        state: isApproved ? "approved" : "refused",
        decidedBy: staffId,
        decidedAt: now,
        reason: input.reason,
      },
    });
    if (count === 0) return { ok: false, reason: "decided_already" };
    if (isApproved) await approvePayouts(tx, merchantId, runId, now);
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: isApproved ? "payout_run.approve" : "payout_run.refuse",
      objectKind: "payout_run",
      objectId: runId,
      details: { totalFen: input.seenTotalFen.toString(), reason: input.reason },
      now,
    });
    return { ok: true };
  });
}

async function findRefusal(
  tx: MerchantTx,
  act: { merchantId: string; staffId: string; sessionId: string; runId: string; now: Date },
): Promise<Refusal | null> {
  const { merchantId, staffId, runId } = act;
  // The second of two who decide at once waits here and then sees that it is decided.
  const [run] = await tx.$queryRaw<{ state: string; proposedBy: string }[]>`
    select state::text, proposed_by as "proposedBy" from payout_run
    where merchant_id = ${merchantId}::uuid and id = ${runId}::uuid for no key update`;
  if (run === undefined) return "not_found";
  if (run.state !== "proposed") return "decided_already";
  if (run.proposedBy === staffId) return "same_person";
  return (await hasSteppedUp(tx, act)) ? null : "step_up_needed";
}

/** Locks what waits and compares it with what the person saw. */
async function holdsStill(
  tx: MerchantTx,
  merchantId: string,
  { runId, seenTotalFen }: DecideRunInput,
): Promise<boolean> {
  const waiting = await tx.$queryRaw<{ grossFen: bigint }[]>`
    select gross_fen as "grossFen" from payout
    where merchant_id = ${merchantId}::uuid and run_id = ${runId}::uuid and state = 'awaiting_approval'
    order by id for no key update`;
  return waiting.length > 0 && sumFen(waiting.map(({ grossFen }) => grossFen)) === seenTotalFen;
}

async function approvePayouts(
  tx: MerchantTx,
  merchantId: string,
  runId: string,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    update payout set state = 'approved', approved_at = ${now}, attempts = 0,
      next_step_at = case when channel = 'wechat' then ${now}::timestamptz end
    where merchant_id = ${merchantId}::uuid and run_id = ${runId}::uuid and state = 'awaiting_approval'`;
}
