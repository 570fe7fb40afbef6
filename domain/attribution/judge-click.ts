import { type AttributionPolicy, decideBinding } from "@/domain/attribution/decide-binding";

/** What became of a click on a share link, and by which rule. */
export type ClickVerdict =
  | "made_binding"
  | "extended"
  | "own_link"
  | "no_distributor"
  | "not_approved"
  | "first_touch_holds"
  | "protected"
  | "staff_decided"
  | "not_counted";

export type BindingPeriod = {
  bindingId: string;
  clickId: string | null;
  distributorId: string;
  /** "release" is the empty period with which staff end a binding. */
  source: "click" | "manual" | "release";
  boundAt: Date;
  validUntil: Date;
};

/**
 * Why a click did or did not make its customer somebody's, read from the periods as they stand now.
 * It is the same rule that decided then (decideBinding), with the policy of the click's moment; only
 * what the periods do not tell (a circle, a browser that was joined after an order) is "not_counted".
 */
export function judgeClick(question: {
  click: {
    clickId: string;
    clickedAt: Date;
    /** The distributor that the link counts for; null where none stands behind it. */
    distributorId: string | null;
    isApproved: boolean;
    policy: AttributionPolicy;
  };
  /** All of the customer's, the oldest first. */
  periods: readonly BindingPeriod[];
  customerDistributorId: string | null;
}): ClickVerdict {
  const { click, periods, customerDistributorId } = question;
  if (periods.some(({ clickId }) => clickId === click.clickId)) return "made_binding";
  if (click.distributorId === null) return "no_distributor";
  if (!click.isApproved) return "not_approved";
  const { clickedAt, distributorId } = click;
  const decision = decideBinding({
    policy: click.policy,
    current: periods.findLast(({ boundAt }) => boundAt <= clickedAt) ?? null,
    click: { distributorId, clickedAt },
    customerDistributorId,
    now: clickedAt,
  });
  switch (decision.reason) {
    case "own_link":
    case "first_touch_holds":
    case "protected":
      return decision.reason;
    case "same_distributor":
    case "already_bound":
      return "extended";
    default:
      return wasDecidedByStaff(clickedAt, periods) ? "staff_decided" : "not_counted";
  }
}

/** Staff decided next, before this click was looked at. */
function wasDecidedByStaff(clickedAt: Date, periods: readonly BindingPeriod[]): boolean {
  const next = periods.find(({ boundAt }) => boundAt > clickedAt);
  return next !== undefined && next.source !== "click";
}
