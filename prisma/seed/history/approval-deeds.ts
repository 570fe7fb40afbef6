import { decideRun } from "@/features/payouts/commands/decide-run";
import { exportBankPayouts } from "@/features/payouts/commands/export-bank-payouts";
import { markBankPaid } from "@/features/payouts/commands/mark-bank-paid";
import { proposeRun } from "@/features/payouts/commands/propose-run";
import { signInStaff } from "@/features/staff/commands/sign-in-staff";
import { stepUp } from "@/features/staff/commands/step-up";
import { inMerchant } from "@/lib/db/in-merchant";
import type { Deed } from "@/prisma/seed/history/deed";
import type { Stage } from "@/prisma/seed/history/stage";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { seededRandom } from "@/wechat-sandbox/crypto/seeded-random";

type Approver = "owner" | "finance";

/** The accountant proposes what waits above the limit, the owner agrees with the password given again. */
export function approveWaiting(atMs: number): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async (stage, now) => {
      const { merchantId } = stage.shop;
      const waiting = await inMerchant(merchantId, (tx) =>
        tx.payout.findMany({
          where: { merchantId, state: "awaiting_approval" },
          select: { id: true, grossFen: true },
        }),
      );
      if (waiting.length === 0) return;
      const payoutIds = waiting.map(({ id }) => id);
      const seenTotalFen = waiting.reduce((sum, { grossFen }) => sum + grossFen, 0n);
      const finance = await signIn(stage, "finance", now);
      const at = { now, random: seededRandom(`${stage.seed}:run:${atMs}`) };
      const { runId } = expectOk(await proposeRun(finance, { payoutIds, seenTotalFen }, at));
      const owner = await signIn(stage, "owner", now);
      const decision = { runId, decision: "approve" as const, reason: "", seenTotalFen };
      expectOk(await decideRun(owner, decision, now));
    },
  };
}

/** The accountant takes the bank's file away and says what was paid; the owner says the same. */
export function payByBank(atMs: number, name: string): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async (stage, now) => {
      const payoutNo = stage.payouts.get(name)?.payoutNo;
      if (!payoutNo) return;
      const { merchantId } = stage.shop;
      const finance = await signIn(stage, "finance", now);
      expectOk(await exportBankPayouts(finance, "new", now));
      const { id: payoutId } = await inMerchant(merchantId, (tx) =>
        tx.payout.findUniqueOrThrow({
          where: { merchantId_payoutNo: { merchantId, payoutNo } },
          select: { id: true },
        }),
      );
      const transfer = { payoutId, bankReference: `DEMO${payoutNo.slice(0, 8).toUpperCase()}` };
      expectOk(await markBankPaid(finance, transfer, now));
      expectOk(await markBankPaid(await signIn(stage, "owner", now), transfer, now));
    },
  };
}

/** Somebody of the staff at their desk, with the password given once more. */
async function signIn({ shop, staffPassword }: Stage, role: Approver, now: Date) {
  const { merchantId, staffIds, demo } = shop;
  const signedIn = expectOk(
    await signInStaff(
      merchantId,
      {
        email: `${role}@${demo.emailDomain}`,
        password: staffPassword,
        address: "127.0.0.1",
        userAgent: "demo",
      },
      now,
    ),
  );
  const staff = { merchantId, staffId: staffIds[role], sessionId: signedIn.sessionId };
  expectOk(await stepUp(staff, staffPassword, now));
  return staff;
}
