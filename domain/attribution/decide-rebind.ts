import type { DistributorStanding } from "@/domain/attribution/resolve-levels";

const DAY_MS = 86_400_000;

export type RebindDecision =
  | { ok: true; boundAt: Date; validUntil: Date }
  | { ok: false; reason: RebindRefusal };

export type RebindRefusal =
  | "changed"
  | "nothing_to_end"
  | "same_distributor"
  | "frozen"
  | "not_approved"
  | "own"
  | "circular";

type Rebind = {
  /** The customer's latest period, ended or not; null when there never was one. */
  latest: { id: string; distributorId: string; boundAt: Date; validUntil: Date } | null;
  /** When the customer last ordered; the order keeps what it was decided on. */
  lastOrderAt: Date | null;
  /** The live period that the person deciding had before their eyes; null for none. */
  seenBindingId: string | null;
  /** Whose customer they become; null for nobody's. */
  target: DistributorStanding | null;
  customerDistributorId: string | null;
  /** Whether the target belongs, however far around, to the customer. */
  isCircular: boolean;
  policy: { validityDays: number; allowSelfPurchase: boolean };
  now: Date;
};

/**
 * What a member of staff may do to a binding by hand, and from when until when the new period is.
 * It begins now, but never before what stands: after the last period's beginning and the last order,
 * so that periods do not overlap and every order lies in the period it was decided on. For nobody the
 * new period is empty (validUntil = boundAt): it ends the current one and keeps who did it and why;
 * clicks made before it count no longer, like those before any other binding.
 */
export function decideRebind(rebind: Rebind): RebindDecision {
  const { latest, target, now, policy } = rebind;
  const boundAt = latestOf(now, after(latest?.boundAt), after(rebind.lastOrderAt));
  const live = latest !== null && latest.validUntil > boundAt ? latest : null;
  if ((live?.id ?? null) !== rebind.seenBindingId) return refuse("changed");
  if (target === null) {
    return live === null ? refuse("nothing_to_end") : { ok: true, boundAt, validUntil: boundAt };
  }
  const refusal = refusalOf(target, live?.distributorId ?? null, rebind);
  if (refusal !== null) return refuse(refusal);
  return {
    ok: true,
    boundAt,
    validUntil: new Date(boundAt.getTime() + policy.validityDays * DAY_MS),
  };
}

function refusalOf(
  target: DistributorStanding,
  presentId: string | null,
  { customerDistributorId, isCircular, policy }: Rebind,
): RebindRefusal | null {
  if (target.status === "frozen") return "frozen";
  if (target.status !== "approved") return "not_approved";
  if (target.id === presentId) return "same_distributor";
  if (target.id === customerDistributorId && !policy.allowSelfPurchase) return "own";
  return isCircular ? "circular" : null;
}

function refuse(reason: RebindRefusal): RebindDecision {
  return { ok: false, reason };
}

function after(at: Date | null | undefined): Date | null {
  return at ? new Date(at.getTime() + 1) : null;
}

function latestOf(now: Date, ...others: (Date | null)[]): Date {
  return others.reduce<Date>((latest, one) => (one && one > latest ? one : latest), now);
}
