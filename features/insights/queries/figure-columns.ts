import type { Figures } from "@/domain/metrics/measures";

type FigureColumn = {
  name: keyof Figures;
  column: string;
  source: "clicks" | "events" | "sales" | "refunds" | "commissions";
  type: "int" | "bigint";
};

/** The columns of day_figure and month_figure: the figure that each holds, and the facts that fill it. */
export const figureColumns = [
  { name: "clicks", column: "clicks", source: "clicks", type: "int" },
  { name: "openings", column: "openings", source: "clicks", type: "int" },
  { name: "views", column: "views", source: "events", type: "int" },
  { name: "dwellMs", column: "dwell_ms", source: "events", type: "bigint" },
  { name: "favourites", column: "favourites", source: "events", type: "int" },
  { name: "carts", column: "carts", source: "events", type: "int" },
  { name: "checkouts", column: "checkouts", source: "events", type: "int" },
  { name: "shareSets", column: "share_sets", source: "events", type: "int" },
  { name: "orders", column: "orders", source: "sales", type: "int" },
  { name: "units", column: "units", source: "sales", type: "int" },
  { name: "grossFen", column: "gross_fen", source: "sales", type: "bigint" },
  { name: "discountFen", column: "discount_fen", source: "sales", type: "bigint" },
  { name: "freightFen", column: "freight_fen", source: "sales", type: "bigint" },
  { name: "costFen", column: "cost_fen", source: "sales", type: "bigint" },
  { name: "uncostedFen", column: "uncosted_fen", source: "sales", type: "bigint" },
  { name: "feeFen", column: "fee_fen", source: "sales", type: "bigint" },
  { name: "refunds", column: "refunds", source: "refunds", type: "int" },
  { name: "refundUnits", column: "refund_units", source: "refunds", type: "int" },
  { name: "refundFen", column: "refund_fen", source: "refunds", type: "bigint" },
  { name: "returnedCostFen", column: "returned_cost_fen", source: "refunds", type: "bigint" },
  { name: "uncostedBackFen", column: "uncosted_back_fen", source: "refunds", type: "bigint" },
  { name: "refundFreightFen", column: "refund_freight_fen", source: "refunds", type: "bigint" },
  { name: "feeBackFen", column: "fee_back_fen", source: "refunds", type: "bigint" },
  { name: "commission1Fen", column: "commission1_fen", source: "commissions", type: "bigint" },
  { name: "commission2Fen", column: "commission2_fen", source: "commissions", type: "bigint" },
  { name: "clawedBackFen", column: "clawed_back_fen", source: "commissions", type: "bigint" },
] as const satisfies readonly FigureColumn[];
