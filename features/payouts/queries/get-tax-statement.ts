import { maskName } from "@/domain/attribution/mask-name";
import {
  sumTaxLines,
  type TaxStatementLine,
  type TaxStatementView,
} from "@/domain/tax/tax-statement";
import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Question = {
  merchantId: string;
  year: number;
  /** 1 to 12; the whole year without it. */
  month?: number;
} & ({ distributorId: string } | { idNumberHash: string });

/**
 * One taxpayer's paid withdrawals of a year or a month, under whichever of their distributors they were
 * made; null for who never said who they are.
 */
export async function getTaxStatement(
  tx: MerchantTx,
  question: Question,
): Promise<TaxStatementView | null> {
  const { merchantId, year, month = null } = question;
  const account = await tx.payoutAccount.findFirst({
    where:
      "distributorId" in question
        ? { merchantId, distributorId: question.distributorId }
        : { merchantId, idNumberHash: question.idNumberHash },
    orderBy: { distributorId: "asc" },
  });
  if (account === null) return null;
  const { idNumberHash, idNumberTail, distributorId } = account;
  const from = month === null ? `${year}-01` : monthOf(year, month);
  const to = month === null ? `${year}-12` : from;
  const lines = await listLines(tx, { merchantId, idNumberHash, from, to });
  const owner = { merchantId, distributorId };
  return {
    year,
    month,
    maskedName: maskName(payoutSeal.unseal(account.realNameSealed, owner, "realName")),
    idNumberTail,
    lines,
    ...sumTaxLines(lines),
  };
}

function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

async function listLines(
  tx: MerchantTx,
  question: { merchantId: string; idNumberHash: string; from: string; to: string },
): Promise<TaxStatementLine[]> {
  const { merchantId, idNumberHash, from, to } = question;
  const rows = await tx.payout.findMany({
    where: { merchantId, idNumberHash, taxMonth: { gte: from, lte: to }, state: "paid" },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    include: { taxRule: { select: { name: true } } },
  });
  return rows.flatMap(({ payoutNo, requestedAt, paidAt, taxMonth, grossFen, taxFen, ...row }) =>
    paidAt === null
      ? []
      : {
          payoutNo,
          requestedAt,
          paidAt,
          month: taxMonth,
          grossFen,
          taxFen,
          netFen: row.netFen,
          ruleVersion: row.taxRuleVersion,
          ruleName: row.taxRule.name,
        },
  );
}
