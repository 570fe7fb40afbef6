/** A distributor of the world: a seller, who brought the seller, and somebody with no part in it. */
export const people = ["seller", "parent", "other"] as const;
export type Person = (typeof people)[number];
export const buyers = [0, 1] as const;
export type Buyer = (typeof buyers)[number];

/** What every order pays for its way: no commission is earned on it, and none taken back with it. */
export const freightFen = 1_000n;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const rules = { validityMs: 180 * DAY_MS, capBps: 3_000n, minFen: 100n };

export type Balances = {
  pendingFen: bigint;
  availableFen: bigint;
  inPayoutFen: bigint;
  debtFen: bigint;
};
export type ModelCommission = {
  person: Person;
  commissionFen: bigint;
  clawedBackFen: bigint;
  state: "pending" | "settled" | "reversed";
};
export type ModelOrder = {
  buyer: Buyer;
  /** The goods, without freight. */
  fen: bigint;
  refundedFen: bigint;
  refundedFreightFen: bigint;
  /** Asked for and not ended. */
  refund: { goodsFen: bigint; freightFen: bigint } | null;
  state: "placed" | "paid" | "received" | "refunded";
  availableAtMs: number | null;
  commissions: ModelCommission[];
};
export type ModelPayout = { grossFen: bigint; month: string; state: "approved" | "sent" };

/**
 * What the shop promises, by arithmetic alone: no database, no account, no transfer. Kept apart from
 * domain/ on purpose: it says the same a second time, in other words.
 */
export class MoneyModel {
  nowMs: number;
  rateBps = { 1: 0n, 2: 0n };
  readonly bindings = new Map<Buyer, { to: Person; sinceMs: number }>();
  readonly orders: ModelOrder[] = [];
  readonly balances = new Map<Person, Balances>();
  readonly payouts = new Map<Person, ModelPayout>();
  private readonly paidInMonth = new Map<string, { grossFen: bigint; taxFen: bigint }>();

  constructor(startMs: number) {
    this.nowMs = startMs;
    for (const person of people) {
      this.balances.set(person, { pendingFen: 0n, availableFen: 0n, inPayoutFen: 0n, debtFen: 0n });
    }
  }

  of(person: Person): Balances {
    const balances = this.balances.get(person);
    if (!balances) throw new Error(person);
    return balances;
  }

  boundTo(buyer: Buyer): Person | null {
    const binding = this.bindings.get(buyer);
    return binding && this.nowMs < binding.sinceMs + rules.validityMs ? binding.to : null;
  }

  order(buyer: Buyer, fen: bigint): void {
    const first = this.boundTo(buyer);
    const levels =
      first === null ? [] : [first, ...(first === "seller" ? ["parent" as const] : [])];
    let leftFen = (fen * rules.capBps) / 10_000n;
    const commissions = levels.map((person, index) => {
      const wanted = (fen * this.rateBps[index === 0 ? 1 : 2]) / 10_000n;
      const commissionFen = wanted < leftFen ? wanted : leftFen;
      leftFen -= commissionFen;
      return { person, commissionFen, clawedBackFen: 0n, state: "pending" as const };
    });
    const empty = { refundedFen: 0n, refundedFreightFen: 0n, refund: null, availableAtMs: null };
    this.orders.push({ buyer, fen, ...empty, state: "placed", commissions });
  }

  pay(order: ModelOrder): void {
    order.state = "paid";
    for (const { person, commissionFen } of order.commissions) {
      this.of(person).pendingFen += commissionFen;
    }
  }

  endRefund(order: ModelOrder): void {
    order.refundedFen += order.refund?.goodsFen ?? 0n;
    order.refundedFreightFen += order.refund?.freightFen ?? 0n;
    order.refund = null;
    const backFen = order.refundedFen + order.refundedFreightFen;
    if (backFen === order.fen + freightFen) order.state = "refunded";
    for (const commission of order.commissions) this.clawBack(order, commission);
  }

  private clawBack({ fen, refundedFen }: ModelOrder, commission: ModelCommission): void {
    const { commissionFen } = commission;
    const keptFen = (commissionFen * (fen - refundedFen)) / fen;
    const backFen = commissionFen - keptFen - commission.clawedBackFen;
    commission.clawedBackFen += backFen;
    const balances = this.of(commission.person);
    if (commission.state === "pending") {
      balances.pendingFen -= backFen;
    } else {
      let fromFreeFen = backFen;
      if (fromFreeFen > balances.availableFen) fromFreeFen = balances.availableFen;
      balances.availableFen -= fromFreeFen;
      balances.debtFen += backFen - fromFreeFen;
    }
    if (backFen > 0n && keptFen === 0n) commission.state = "reversed";
  }

  settle(): void {
    for (const order of this.orders) {
      const isDue = order.availableAtMs !== null && order.availableAtMs <= this.nowMs;
      // A refund of the freight alone keeps nobody waiting.
      if (!isDue || (order.refund !== null && order.refund.goodsFen > 0n)) continue;
      for (const commission of order.commissions) {
        if (commission.state !== "pending") continue;
        commission.state = "settled";
        const fen = commission.commissionFen - commission.clawedBackFen;
        this.of(commission.person).pendingFen -= fen;
        this.free(commission.person, fen);
      }
    }
  }

  /** Money becomes free: what is owed is taken first. */
  private free(person: Person, fen: bigint): void {
    const balances = this.of(person);
    const netFen = fen < balances.debtFen ? fen : balances.debtFen;
    balances.debtFen -= netFen;
    balances.availableFen += fen - netFen;
  }

  refusal(person: Person, fen: bigint): string | null {
    const { debtFen, availableFen } = this.of(person);
    if (this.payouts.has(person)) return "payout_open";
    if (debtFen > 0n) return "in_debt";
    if (fen < rules.minFen) return "below_minimum";
    return fen > availableFen ? "above_available" : null;
  }

  /** Labour income of a month: 800 yuan are free, above 4,000 a fifth; these sums stay below 20,000. */
  taxOf(person: Person, fen: bigint): bigint {
    const prior = this.paidInMonth.get(`${person} ${this.month()}`) ?? { grossFen: 0n, taxFen: 0n };
    const incomeFen = prior.grossFen + fen;
    const taxable = incomeFen <= 400_000n ? (incomeFen - 80_000n) * 10n : incomeFen * 8n;
    if (taxable > 20_000_000n) throw new Error("more than this model knows the tax of");
    const taxFen = taxable > 0n ? (taxable * 2n + 50n) / 100n - prior.taxFen : 0n;
    return taxFen > 0n ? taxFen : 0n;
  }

  withdraw(person: Person, grossFen: bigint): void {
    const balances = this.of(person);
    balances.availableFen -= grossFen;
    balances.inPayoutFen += grossFen;
    this.payouts.set(person, { grossFen, month: this.month(), state: "approved" });
  }

  endPayout(person: Person, end: "paid" | "unpaid", taxFen: bigint): void {
    const payout = this.payouts.get(person);
    if (!payout) throw new Error("no payout");
    this.payouts.delete(person);
    this.of(person).inPayoutFen -= payout.grossFen;
    if (end === "unpaid") {
      this.free(person, payout.grossFen);
      return;
    }
    const key = `${person} ${payout.month}`;
    const prior = this.paidInMonth.get(key) ?? { grossFen: 0n, taxFen: 0n };
    const grossFen = prior.grossFen + payout.grossFen;
    this.paidInMonth.set(key, { grossFen, taxFen: prior.taxFen + taxFen });
  }

  private month(): string {
    return new Date(this.nowMs + 8 * HOUR_MS).toISOString().slice(0, 7);
  }
}
