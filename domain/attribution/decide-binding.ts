const DAY_MS = 86_400_000;

export type AttributionPolicy = {
  mode: "first_touch" | "last_touch";
  /** How long a binding lives, in days of 24 hours from the click that made or extended it. */
  validityDays: number;
  /** How long a last-touch binding is safe from other distributors, in days from its start. */
  protectionDays: number;
  allowSelfPurchase: boolean;
};

/** A binding period is half-open: it holds at boundAt and no longer at validUntil. */
export type CurrentBinding = { distributorId: string; boundAt: Date; validUntil: Date };

export type BindingDecision =
  | { action: "ignore"; reason: "own_link" | "click_expired" | "older_than_binding" }
  | { action: "keep"; reason: "first_touch_holds" | "protected" | "already_bound" }
  | { action: "extend"; reason: "same_distributor"; validUntil: Date }
  | { action: "bind"; reason: "no_live_binding"; boundAt: Date; validUntil: Date }
  | { action: "rebind"; reason: "last_touch"; boundAt: Date; validUntil: Date };

type Touch = {
  policy: AttributionPolicy;
  /** The customer's latest binding, ended or not; null when there never was one. */
  current: CurrentBinding | null;
  click: { distributorId: string; clickedAt: Date };
  /** The buyer's own id as a distributor, null when not one. */
  customerDistributorId: string | null;
  now: Date;
};

/**
 * What a click on a share link does to the customer's binding.
 * The moment that counts is that of the click, not of the decision, so that clicks made before
 * signing in count; feed them in the order of clicking. `bind` opens [boundAt, validUntil);
 * `rebind` does the same and ends the current period at exactly boundAt; `extend` moves the end of
 * the current one. Periods made so never overlap. A click that was decided before changes nothing.
 */
export function decideBinding(touch: Touch): BindingDecision {
  const { policy, current, click, customerDistributorId, now } = touch;
  if (click.distributorId === customerDistributorId && !policy.allowSelfPurchase) {
    return { action: "ignore", reason: "own_link" };
  }
  // Two machines' clocks differ by moments: a click from the future happened now.
  const boundAt = new Date(Math.min(click.clickedAt.getTime(), now.getTime()));
  const validUntil = addDays(boundAt, policy.validityDays);
  if (validUntil <= now) return { action: "ignore", reason: "click_expired" };
  if (current === null || current.validUntil <= boundAt) {
    return { action: "bind", reason: "no_live_binding", boundAt, validUntil };
  }
  // Also the same click again; history is never rewritten by something that lies before it.
  if (boundAt <= current.boundAt) return { action: "ignore", reason: "older_than_binding" };
  return decideAgainstLive(policy, current, { ...click, boundAt, validUntil });
}

function decideAgainstLive(
  policy: AttributionPolicy,
  current: CurrentBinding,
  click: { distributorId: string; boundAt: Date; validUntil: Date },
): BindingDecision {
  const { boundAt, validUntil } = click;
  if (policy.mode === "first_touch") return { action: "keep", reason: "first_touch_holds" };
  if (click.distributorId === current.distributorId) {
    return validUntil > current.validUntil
      ? { action: "extend", reason: "same_distributor", validUntil }
      : { action: "keep", reason: "already_bound" };
  }
  if (boundAt < addDays(current.boundAt, policy.protectionDays)) {
    return { action: "keep", reason: "protected" };
  }
  return { action: "rebind", reason: "last_touch", boundAt, validUntil };
}

function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
