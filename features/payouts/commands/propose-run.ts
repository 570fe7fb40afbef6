import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { sumFen } from "@/domain/money/fen";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { ProposeRunInput } from "@/features/payouts/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { type RandomBytes, randomDigits } from "@/lib/ids/random-code";

type Waiting = { id: string; grossFen: bigint };

/**
 * One person puts withdrawals above the limit together for another one to decide. All of them must
 * still wait and be in no other run that waits, and together be what the person saw. The password was
 * given again just before: it is the first of two agreements.
 */
export async function proposeRun(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: ProposeRunInput,
  at: { now: Date; random: RandomBytes },
): Promise<{ ok: true; runId: string } | { ok: false; reason: "changed" | "step_up_needed" }> {
  const { merchantId, staffId, sessionId } = staff;
  const payoutIds = [...new Set(input.payoutIds)];
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now: at.now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const waiting = await lockWaiting(tx, merchantId, payoutIds);
    const totalFen = sumFen(waiting.map(({ grossFen }) => grossFen));
    if (waiting.length !== payoutIds.length || totalFen !== input.seenTotalFen) {
      return { ok: false, reason: "changed" };
    }
    const runId = newId();
    const runNo = shanghaiDay(at.now).replaceAll("-", "").slice(2) + randomDigits(6, at.random);
    const payoutCount = waiting.length;
    await tx.payoutRun.createMany({
      data: [
        {
          merchantId,
          id: runId,
          runNo,
          payoutCount,
          totalFen,
          proposedBy: staffId,
          proposedAt: at.now,
        },
      ],
    });
    await tx.payout.updateMany({
      where: { merchantId, id: { in: payoutIds } },
      data: { runId },
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "payout_run.propose",
      objectKind: "payout_run",
      objectId: runId,
      details: { payoutCount, totalFen: totalFen.toString() },
      now: at.now,
    });
    return { ok: true, runId };
  });
}

/** Those of a refused run may be proposed again; in id order, so that two proposals never wait in a circle. */
function lockWaiting(tx: MerchantTx, merchantId: string, ids: string[]): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    select p.id, p.gross_fen as "grossFen" from payout p
    where p.merchant_id = ${merchantId}::uuid and p.id = any(${ids}::uuid[])
      and p.state = 'awaiting_approval'
      and not exists (select from payout_run r where r.merchant_id = p.merchant_id
        and r.id = p.run_id and r.state = 'proposed')
    order by p.id for no key update of p`;
}
