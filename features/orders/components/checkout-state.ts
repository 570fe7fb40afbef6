import type { OrderQuote } from "@/features/orders/schema";

/** A priced order as the checkout shows it. */
export type Quote = Extract<OrderQuote, { ok: true }>;

/** What the server found wrong with a line: how many are left, or that it is gone altogether. */
export type LineFault = { kind: "too_few"; left: number } | { kind: "gone" };

export type CheckoutState = {
  quote: Quote;
  faults: Readonly<Record<string, LineFault>>;
  /** The unit prices before the last change, for lines that changed. */
  formerPrices: Readonly<Record<string, bigint>>;
};

type Body = Record<string, unknown>;

/**
 * What the checkout shows after the server refused an order: new prices and totals, or what is wrong
 * with which line. Nothing that the customer chose is lost.
 */
export function applyRefusal(state: CheckoutState, body: Body): CheckoutState {
  switch (body.reason) {
    case "price_changed":
      return withNewPrices(state, body);
    case "sold_out":
      return { ...state, faults: { ...state.faults, ...soldOutFaults(body.lines) } };
    case "sku_gone":
      return { ...state, faults: { ...state.faults, ...goneFaults(body.skuIds) } };
    case "not_delivered":
    case "address_missing":
      return {
        ...state,
        quote: { ...state.quote, fault: body.reason, freightFen: null, payableFen: null },
      };
    default:
      return state;
  }
}

/** Reads a quote as it came over the wire, amounts as strings; null for anything else. */
export function readQuote(body: Body): Quote | null {
  if (body.ok !== true || !Array.isArray(body.lines)) return null;
  const toFen = (value: unknown) => (typeof value === "string" ? BigInt(value) : null);
  const { fault } = body;
  return {
    ok: true,
    lines: body.lines.map((line) => ({
      ...line,
      unitPriceFen: toFen(line.unitPriceFen) ?? 0n,
      listPriceFen: toFen(line.listPriceFen),
      payableFen: toFen(line.payableFen) ?? 0n,
    })),
    goodsFen: toFen(body.goodsFen) ?? 0n,
    discountFen: toFen(body.discountFen) ?? 0n,
    freightFen: toFen(body.freightFen),
    payableFen: toFen(body.payableFen),
    fault: fault === "address_missing" || fault === "not_delivered" ? fault : null,
  };
}

function withNewPrices(state: CheckoutState, body: Body): CheckoutState {
  const { quote } = state;
  const changed = new Map<string, bigint>();
  for (const line of listOf(body.lines)) {
    changed.set(String(line.skuId), BigInt(String(line.unitPriceFen)));
  }
  const lines = quote.lines.map((line) => {
    const unitPriceFen = changed.get(line.skuId) ?? line.unitPriceFen;
    return { ...line, unitPriceFen, payableFen: unitPriceFen * BigInt(line.quantity) };
  });
  const formerPrices: Record<string, bigint> = {};
  for (const { skuId, unitPriceFen } of quote.lines) {
    if (changed.has(skuId)) formerPrices[skuId] = unitPriceFen;
  }
  const goodsFen = lines.reduce((sum, line) => sum + line.unitPriceFen * BigInt(line.quantity), 0n);
  return {
    ...state,
    formerPrices,
    quote: {
      ...quote,
      lines,
      goodsFen,
      freightFen: BigInt(String(body.freightFen)),
      payableFen: BigInt(String(body.payableFen)),
    },
  };
}

function soldOutFaults(lines: unknown): Record<string, LineFault> {
  const faults: Record<string, LineFault> = {};
  for (const { skuId, left } of listOf(lines)) {
    faults[String(skuId)] = { kind: "too_few", left: Number(left) };
  }
  return faults;
}

function goneFaults(skuIds: unknown): Record<string, LineFault> {
  const faults: Record<string, LineFault> = {};
  for (const skuId of Array.isArray(skuIds) ? skuIds : []) faults[String(skuId)] = { kind: "gone" };
  return faults;
}

function listOf(value: unknown): Body[] {
  return Array.isArray(value) ? value : [];
}
