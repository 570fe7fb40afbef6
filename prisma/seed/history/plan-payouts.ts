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
  withdraw,
} from "@/prisma/seed/history/payout-deeds";
import type { Seller } from "@/prisma/seed/history/plan-distributors";
import { refundPiece, refundWithdrawn } from "@/prisma/seed/history/refund-deeds";
import { AZHEN, LAOZHOU } from "@/prisma/seed/shops/demo-people";

/** Below the shop's limit: needs nobody. */
const smallFen = 48_000n;
const largeFen = 150_000n;
/** So many of the best sellers withdraw. */
const payeeCount = 9;

type Withdrawal = {
  person: string;
  name: string;
  atMs: number;
  upToFen: bigint;
  confirmedMs: number;
  failReason?: string;
};

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
    for (const [round, share] of [0.5, 0.66, 0.8].entries()) {
      const atMs = momentAt(outline, share) + rank * hourMs + chance.int(0, 50) * minuteMs;
      const confirmedMs = atMs + chance.int(4, 600) * minuteMs;
      const name = `payout:${id}:${round}`;
      plan.push(...planWithdrawal({ person: id, name, atMs, upToFen: smallFen, confirmedMs }));
    }
  }
  plan.push(...planLarge(outline, best, chance));
  plan.push(...planTroubles(outline, best));
  plan.push(...planRefunds(outline, best, chance));
  plan.push(withdraw(nowMs - 5 * hourMs, LAOZHOU.id, wish("payout:waiting", largeFen)));
  plan.push(withdraw(nowMs - 40 * minuteMs, AZHEN.id, wish("payout:offered", 20_000n)));
  plan.push(sendPayouts(nowMs - 39 * minuteMs));
  return plan;
}

function wish(name: string, upToFen: bigint) {
  return { name, upToFen, channel: "wechat" as const };
}

/** Asked, sent by the worker within the minute, and confirmed on the phone. */
function planWithdrawal(withdrawal: Withdrawal): Plan {
  const { person, name, atMs, upToFen, confirmedMs, failReason = null } = withdrawal;
  return [
    withdraw(atMs, person, wish(name, upToFen)),
    sendPayouts(atMs + minuteMs),
    endPayout(confirmedMs, name, failReason),
  ];
}

/** Above the limit two people agree, once in time and once not; by bank it takes long too. */
function planLarge(outline: Outline, best: readonly Seller[], chance: Chance): Plan {
  const plan: Plan = [];
  for (const [share, days] of [
    [0.72, 1],
    [0.86, 4.2],
  ] as const) {
    const atMs = momentAt(outline, share);
    const approvedMs = atMs + days * dayMs;
    const askers = best.filter(({ id }, rank) => id !== AZHEN.id && rank < 4);
    for (const [index, { id: person }] of askers.entries()) {
      const name = `payout:${person}:large:${share}`;
      plan.push(withdraw(atMs + index * minuteMs, person, wish(name, largeFen)));
      plan.push(endPayout(approvedMs + chance.int(10, 300) * minuteMs, name));
    }
    plan.push(approveWaiting(approvedMs), sendPayouts(approvedMs + minuteMs));
  }
  const [payee] = best.slice(5);
  if (!payee) return plan;
  const atMs = momentAt(outline, 0.9);
  const name = `payout:${payee.id}:bank`;
  plan.push(withdraw(atMs, payee.id, { ...wish(name, smallFen), channel: "bank" }));
  plan.push(payByBank(atMs + 2 * dayMs, name));
  return plan;
}

/** One forgets to confirm, one has an account that cannot take it. */
function planTroubles(outline: Outline, best: readonly Seller[]): Plan {
  const [, , , , forgetful, , unlucky] = best;
  const plan: Plan = [];
  if (forgetful) {
    const atMs = momentAt(outline, 0.92);
    const lapsed = {
      name: "payout:lapsed",
      confirmedMs: atMs + dayMs,
      failReason: "OVERDUE_CLOSE",
    };
    plan.push(...planWithdrawal({ person: forgetful.id, atMs, upToFen: smallFen, ...lapsed }));
  }
  if (unlucky) {
    const atMs = momentAt(outline, 0.94);
    const failed = {
      name: "payout:failed",
      confirmedMs: atMs + 20 * minuteMs,
      failReason: "PAYEE_ACCOUNT_ABNORMAL",
    };
    plan.push(...planWithdrawal({ person: unlucky.id, atMs, upToFen: smallFen, ...failed }));
  }
  return plan;
}

const reasons = ["到货有一只破了真空", "少发了一只", "收到时盒角压坏了", "口味发错了"];

/** Pieces of orders come back all the time; a large one comes back when its commission has been withdrawn. */
function planRefunds(outline: Outline, best: readonly Seller[], chance: Chance): Plan {
  const nowMs = outline.now.getTime();
  const plan: Plan = [0.4, 0.55, 0.63, 0.7, 0.78, 0.84, 0.91, 0.96].map((share) =>
    refundPiece(momentAt(outline, share), chance.pick(reasons)),
  );
  const [owing] = best.slice(7);
  if (!owing) return plan;
  const atMs = nowMs - 2.5 * dayMs;
  const all = { name: "payout:all", upToFen: smallFen, confirmedMs: atMs + 30 * minuteMs };
  plan.push(...planWithdrawal({ person: owing.id, atMs, ...all }));
  plan.push(refundWithdrawn(nowMs - 20 * hourMs, owing.id, "整单不想要了，协商退回"));
  return plan;
}
