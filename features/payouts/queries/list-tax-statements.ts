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
  distributorId: string;
  year: number;
  /** 1 to 12; the whole year without it. */
  month?: number;
};

/** As the view payout_identity has it. */
type Identity = { idNumberHash: string; idNumberTail: string; realNameSealed: string };

/**
 * A taxpayer's paid withdrawals of a year or a month, under whichever of their distributors they were made.
 * One statement for each identity that the distributor was paid under in that time, today's first: mostly
 * one, none where nothing was paid.
 */
export async function listTaxStatements(
  tx: MerchantTx,
  question: Question,
): Promise<TaxStatementView[]> {
  const { merchantId, distributorId, year, month = null } = question;
  const identities = await tx.$queryRaw<Identity[]>`
    select id_number_hash as "idNumberHash", id_number_tail as "idNumberTail",
      real_name_sealed as "realNameSealed"
    from payout_identity
    where merchant_id = ${merchantId}::uuid and distributor_id = ${distributorId}::uuid
    order by replaced_at desc nulls first, id_number_hash`;
  const from = month === null ? `${year}-01` : monthOf(year, month);
  const to = month === null ? `${year}-12` : from;
  const owner = { merchantId, distributorId };
  const statements: TaxStatementView[] = [];
  for (const { idNumberHash, idNumberTail, realNameSealed } of identities) {
    const lines = await listLines(tx, { merchantId, idNumberHash, from, to });
    if (lines.length === 0) continue;
    const maskedName = maskName(payoutSeal.unseal(realNameSealed, owner, "realName"));
    statements.push({ year, month, maskedName, idNumberTail, lines, ...sumTaxLines(lines) });
  }
  return statements;
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
