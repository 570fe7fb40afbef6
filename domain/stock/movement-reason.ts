import type { StockFlow } from "./stock-report";

/**
 * Why stock moved, and what it counts as in the purchase-sales-stock report. Goods with which a SKU is
 * opened came in like a delivery. What stands in no list counts as an adjustment.
 */
const FLOW_OF_REASON: Readonly<Record<string, StockFlow>> = {
  opening: "received",
  received: "received",
  sold: "sold",
  refunded: "returned",
};

/** By hand, and whether it takes away or adds. */
export const HAND_REASONS = {
  damaged: -1,
  sampled: -1,
  lost: -1,
  less: -1,
  found: 1,
  more: 1,
} as const;
export type HandReason = keyof typeof HAND_REASONS;

/** What a movement of that reason counts as. */
export function flowOfReason(reason: string): StockFlow {
  return FLOW_OF_REASON[reason] ?? "adjusted";
}

/** The reasons that count as a flow other than adjusted. */
export function reasonsOfFlow(flow: Exclude<StockFlow, "adjusted">): string[] {
  return Object.keys(FLOW_OF_REASON).filter((reason) => FLOW_OF_REASON[reason] === flow);
}
