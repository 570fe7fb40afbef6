import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { lockPayout } from "@/features/payouts/commands/lock-payout";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** The bank has sent an exported withdrawal back; the reason is for the distributor to read. */
export async function failBankPayout(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { payoutId: string; reason: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "too_late" }> {
  const { merchantId, staffId } = staff;
  const { payoutId, reason } = input;
  return inMerchant(merchantId, async (tx) => {
    const payout = await lockPayout(tx, { merchantId, payoutId });
    if (payout === null) return { ok: false, reason: "not_found" };
    if (payout.state !== "exported") return { ok: false, reason: "too_late" };
    const actor = { kind: "staff", id: staffId } as const;
    const end = { merchantId, state: "failed", failReason: reason, actor, now } as const;
    await endPayoutUnpaid(tx, payout, end);
    return { ok: true };
  });
}
