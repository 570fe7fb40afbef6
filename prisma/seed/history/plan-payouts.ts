import { approveWaiting, payByBank } from "@/prisma/seed/history/approval-deeds";
import { dayMs, hourMs, minuteMs } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";
import type { Plan } from "@/prisma/seed/history/deed";
import { drawBankCard, drawIdNumber } from "@/prisma/seed/history/identity";
import { chanceOf, momentAt, type Outline } from "@/prisma/seed/history/outline";
import {
  endPayout,
  registerPayee,
  sendPayouts,
  type Wish,
  withdraw,
} from "@/prisma/seed/history/payout-deeds";
import type { Seller } from "@/prisma/seed/history/plan-distributors";
import { refundPiece, refundWithdrawn } from "@/prisma/seed/history/refund-deeds";
import { AZHEN, LAOZHOU } from "@/prisma/seed/shops/demo-people";

/** Goes out by itself: below the shop's limit, and worth the while. */
const small = { fromFen: 1_000n, upToFen: 48_000n, channel: "wechat" as const };
/** Takes two people. */
const large = { fromFen: 50_100n, upToFen: 90_000n, channel: "wechat" as const };
/** So many of the best sellers withdraw. */
const payeeCount = 9;

/** Who withdrew when, what came of it, and what was refunded, before and after money had left. */
export function planPayouts(outline: Outline, sellers: readonly Seller[]): Plan {
  const chance = chanceOf(outline, "payouts");
  const best = [...sellers].sort((one, other) => other.reach - one.reach).slice(0, payeeCount);
  const nowMs = outline.now.getTime();
  const plan: Plan = [];
  for (const { id, atMs } of best) {
    const registeredMs = Math.max(momentAt(outline, 0.35), atMs + dayMs);
    const identity = { idNumber: drawIdNumber(chance), ...drawBankCard(chance) };
    plan.push(registerPayee(registeredMs, id, identity));
  }
  for (const [rank, { id }] of best.entries()) {
    const shares = isLargeSeller(id, rank) ? [0.5] : [0.5, 0.66, 0.8];
    for (const [round, share] of shares.entries()) {
      const atMs = momentAt(outline, share) + rank * hourMs + chance.int(0, 50) * minuteMs;
      const confirmedMs = atMs + chance.int(4, 600) * minuteMs;
      plan.push(
        ...planWithdrawal(atMs, id, { ...small, name: `payout:${id}:${round}` }, confirmedMs),
      );
    }
  }
  plan.push(...planLarge(outline, best, chance));
  plan.push(...planTroubles(outline, best));
  plan.push(...planRefunds(outline, best, chance));
  plan.push(withdraw(nowMs - 5 * hourMs, LAOZHOU.id, { ...large, name: "payout:waiting" }));
  const offered = { ...small, upToFen: 20_000n, name: "payout:offered" };
  plan.push(withdraw(nowMs - 40 * minuteMs, AZHEN.id, offered));
  plan.push(sendPayouts(nowMs - 39 * minuteMs));
  return plan;
}

/** They let it add up, and then want more at once than goes out by itself. */
function isLargeSeller(id: string, rank: number): boolean {
  return id !== AZHEN.id && rank < 4;
}

/** Asked, sent by the worker within the minute, and confirmed on the phone. */
function planWithdrawal(
  atMs: number,
  person: string,
  wish: Wish,
  endedMs: number,
  failReason: string | null = null,
): Plan {
  return [
    withdraw(atMs, person, wish),
    sendPayouts(atMs + minuteMs),
    endPayout(endedMs, wish.name, failReason),
  ];
}

/** Above the limit two people agree, once in time and once not; by bank it is late, too. */
function planLarge(outline: Outline, best: readonly Seller[], chance: Chance): Plan {
  const plan: Plan = [];
  for (const [share, days] of [
    [0.72, 1],
    [0.86, 4.2],
  ] as const) {
    const atMs = momentAt(outline, share);
    const approvedMs = atMs + days * dayMs;
    const askers = best.filter(({ id }, rank) => isLargeSeller(id, rank));
    for (const [index, { id: person }] of askers.entries()) {
      const name = `payout:${person}:large:${share}`;
      plan.push(withdraw(atMs + index * minuteMs, person, { ...large, name }));
      plan.push(endPayout(approvedMs + chance.int(10, 300) * minuteMs, name));
    }
    plan.push(approveWaiting(approvedMs), sendPayouts(approvedMs + minuteMs));
  }
  const [payee] = best.slice(5);
  if (!payee) return plan;
  const atMs = momentAt(outline, 0.9);
  const name = `payout:${payee.id}:bank`;
  plan.push(withdraw(atMs, payee.id, { ...small, name, channel: "bank" }));
  plan.push(payByBank(atMs + 4.1 * dayMs, name));
  return plan;
}

/** One forgets to confirm, one has an account that cannot take it. */
function planTroubles(outline: Outline, best: readonly Seller[]): Plan {
  const [, , , , forgetful, , unlucky] = best;
  const plan: Plan = [];
  if (forgetful) {
    const atMs = momentAt(outline, 0.92);
    const wish = { ...small, name: "payout:lapsed" };
    plan.push(...planWithdrawal(atMs, forgetful.id, wish, atMs + 25 * hourMs, "OVERDUE_CLOSE"));
  }
  if (unlucky) {
    const atMs = momentAt(outline, 0.94);
    const wish = { ...small, name: "payout:failed" };
    const failedMs = atMs + 20 * minuteMs;
    plan.push(...planWithdrawal(atMs, unlucky.id, wish, failedMs, "PAYEE_ACCOUNT_ABNORMAL"));
  }
  return plan;
}

const reasons = [
  { kind: "quality", reason: "到货有一只破了真空" },
  { kind: "missing", reason: "少发了一只" },
  { kind: "damaged", reason: "收到时盒角压坏了" },
  { kind: "wrong_item", reason: "口味发错了" },
] as const;

/** Pieces of orders come back all the time; a large one comes back when its commission has been withdrawn. */
function planRefunds(outline: Outline, best: readonly Seller[], chance: Chance): Plan {
  const nowMs = outline.now.getTime();
  const plan: Plan = [0.4, 0.55, 0.63, 0.7, 0.78, 0.84, 0.91, 0.96].map((share) =>
    refundPiece(momentAt(outline, share), chance.pick(reasons)),
  );
  const [owing] = best.slice(7);
  if (!owing) return plan;
  const atMs = nowMs - 2.5 * dayMs;
  const all = { ...small, name: "payout:all" };
  const unwanted = { kind: "changed_mind", reason: "整单不想要了，协商退回" } as const;
  plan.push(...planWithdrawal(atMs, owing.id, all, atMs + 30 * minuteMs));
  plan.push(refundWithdrawn(nowMs - 20 * hourMs, owing.id, unwanted));
  return plan;
}
