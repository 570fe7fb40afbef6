import type { AccountKind } from "@/domain/ledger/account-kinds";
import type { TransferCode } from "@/domain/ledger/transfer-codes";
import { movedBy } from "@/domain/months/summarize-month";
import type { MonthFigures, StatementPart, StatementRow } from "@/features/closing/schema";

/**
 * The month's figures in the order in which a merchant reads them. Everything is taken from the
 * movements and balances of the ledger; nothing is added here that they do not hold.
 */
export function toStatement(figures: MonthFigures): StatementPart[] {
  const moved = (
    name: string,
    code: TransferCode,
    between: { debit?: AccountKind; credit?: AccountKind } = {},
  ): StatementRow => ({ name, ...movedBy(figures.movements, code, between) });
  const at = (kind: AccountKind) =>
    figures.accounts.find((account) => account.kind === kind)?.closingFen ?? 0n;
  const row = (name: string, amountFen: bigint): StatementRow => ({ name, amountFen, count: null });
  const net = (name: string, plus: StatementRow, minus: StatementRow) =>
    row(name, plus.amountFen - minus.amountFen);

  const [paid, refunded] = [
    moved("order_paid", "order_paid"),
    moved("order_refunded", "order_refunded"),
  ];
  const [charged, returned] = [
    moved("feeCharged", "payment_fee_charged"),
    moved("feeReturned", "payment_fee_returned"),
  ];
  const { wechat, bank } = figures.payouts;
  const clawedBack = "commission_clawed_back";
  return [
    {
      part: "sales",
      rows: [
        paid,
        refunded,
        net("netSales", paid, refunded),
        moved("late_received", "late_payment_received"),
        moved("late_refunded", "late_payment_refunded"),
      ],
    },
    { part: "fees", rows: [charged, returned, net("netFees", charged, returned)] },
    {
      part: "commissions",
      rows: [
        moved("accrued", "commission_accrued"),
        moved("settled", "commission_settled"),
        moved("clawedPending", clawedBack, { debit: "commission_pending" }),
        moved("clawedAvailable", clawedBack, { debit: "commission_available" }),
        moved("clawedDebt", "commission_clawed_back_as_debt"),
        moved("netted", "debt_netted"),
      ],
    },
    {
      part: "payouts",
      rows: [
        { name: "wechatNet", amountFen: wechat.netFen, count: wechat.count },
        { name: "bankNet", amountFen: bank.netFen, count: bank.count },
        moved("taxWithheld", "payout_tax_withheld"),
        row("grossPaid", wechat.grossFen + bank.grossFen),
        ...figures.remittances.map(({ taxMonth, amountFen }) => ({
          ...row("remitted", amountFen),
          month: taxMonth,
        })),
      ],
    },
    {
      part: "owed",
      rows: [
        row("pendingEnd", at("commission_pending")),
        row("availableEnd", at("commission_available")),
        row("heldEnd", figures.heldFen),
        row("taxEnd", at("tax_withheld")),
        row("refundEnd", at("refund_payable")),
        row(
          "owedEnd",
          at("commission_pending") +
            at("commission_available") +
            at("tax_withheld") +
            at("refund_payable"),
        ),
        row("debtEnd", -at("commission_debt")),
      ],
    },
  ];
}
