import { ACCOUNT_KINDS, type AccountKind } from "../ledger/account-kinds";
import type { TransferCode } from "../ledger/transfer-codes";
import { type Fen, sumFen } from "../money/fen";

/** All transfers of one reason between two kinds of accounts: what they moved before the month and in it. */
export type MonthMovement = {
  code: TransferCode;
  debit: AccountKind;
  credit: AccountKind;
  beforeFen: Fen;
  amountFen: Fen;
  /** How many in the month. */
  count: number;
};

export type AccountMonth = {
  kind: AccountKind;
  openingFen: Fen;
  /** What came in, above or equal 0. */
  creditFen: Fen;
  /** What went out, above or equal 0. */
  debitFen: Fen;
  closingFen: Fen;
};

/**
 * Opening, movements and closing of every kind of account. Each movement stands on two accounts, so
 * the sums over all accounts are 0 by construction: a statement that does not add up cannot be made.
 */
export function summarizeMonth(movements: readonly MonthMovement[]): AccountMonth[] {
  return ACCOUNT_KINDS.map((kind) => {
    const into = movements.filter(({ credit }) => credit === kind);
    const outOf = movements.filter(({ debit }) => debit === kind);
    const before = (list: typeof into) => sumFen(list.map(({ beforeFen }) => beforeFen));
    const within = (list: typeof into) => sumFen(list.map(({ amountFen }) => amountFen));
    const openingFen = before(into) - before(outOf);
    const [creditFen, debitFen] = [within(into), within(outOf)];
    return { kind, openingFen, creditFen, debitFen, closingFen: openingFen + creditFen - debitFen };
  });
}

/** What all transfers of a reason moved in the month; between two kinds only, where they are given. */
export function movedBy(
  movements: readonly MonthMovement[],
  code: TransferCode,
  between: { debit?: AccountKind; credit?: AccountKind } = {},
): { amountFen: Fen; count: number } {
  const list = movements.filter(
    (one) =>
      one.code === code &&
      (between.debit ?? one.debit) === one.debit &&
      (between.credit ?? one.credit) === one.credit,
  );
  return {
    amountFen: sumFen(list.map(({ amountFen }) => amountFen)),
    count: list.reduce((sum, { count }) => sum + count, 0),
  };
}
