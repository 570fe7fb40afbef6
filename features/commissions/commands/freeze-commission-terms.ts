import { calculateLineCommissions } from "@/domain/commissions/calculate-commission";
import { resolveCommissionRule } from "@/domain/commissions/resolve-rule";
import { findRules, type RuleInForce } from "@/features/commissions/queries/find-rules";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A line as the order freezes it. */
export type LineToPromise = {
  lineNo: number;
  productId: string;
  skuId: string;
  /** Nearest first. */
  categoryIds: readonly string[];
  quantity: number;
  /** What the customer really pays for the line, without freight. */
  payableFen: bigint;
};

/**
 * Freezes what the order promises to whom, per line and level: base, rule with its version, amount.
 * A level that pays nothing is frozen too, so that its page can say why. At most two statements,
 * none where nobody earns; the order's lines must have been inserted before.
 */
export async function freezeCommissionTerms(
  tx: MerchantTx,
  order: {
    merchantId: string;
    orderId: string;
    policy: { commissionCapBps: number };
    attribution: { level1DistributorId: string | null; level2DistributorId: string | null };
    lines: readonly LineToPromise[];
    now: Date;
  },
): Promise<void> {
  const { merchantId, orderId, policy, attribution, lines } = order;
  const { level1DistributorId, level2DistributorId } = attribution;
  if (level1DistributorId === null) return;
  const found = await findRules(tx, {
    merchantId,
    lines,
    level1DistributorId,
    level2DistributorId,
  });
  const terms = lines.flatMap((line) => {
    const rules = {
      1: resolveCommissionRule(found.rules, { ...line, gradeId: found.level1GradeId, level: 1 }),
      2:
        level2DistributorId === null
          ? null
          : resolveCommissionRule(found.rules, { ...line, gradeId: found.level2GradeId, level: 2 }),
    };
    return termsOfLine(line, rules, policy.commissionCapBps).map((term) => ({
      ...term,
      // A level-2 term only comes from a level-2 rule, which was only asked for with a level 2.
      distributorId:
        term.level === 2 && level2DistributorId ? level2DistributorId : level1DistributorId,
    }));
  });
  if (terms.length > 0) await insertTerms(tx, { merchantId, orderId }, terms);
}

type Term = ReturnType<typeof termsOfLine>[number] & { distributorId: string };

/** By hand: it runs at every checkout, where Prisma's own insert costs three times as much. */
async function insertTerms(
  tx: MerchantTx,
  { merchantId, orderId }: { merchantId: string; orderId: string },
  terms: readonly Term[],
): Promise<void> {
  const rows = JSON.stringify(terms, (_key, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  await tx.$executeRaw`
    insert into order_commission_term (merchant_id, order_id, line_no, level, distributor_id, rule_id,
      rule_version, quantity, base_fen, rate_bps, fixed_fen_per_unit, cap_fen, commission_fen)
    select ${merchantId}::uuid, ${orderId}::uuid, t."lineNo", t.level, t."distributorId", t."ruleId",
      t."ruleVersion", t.quantity, t."baseFen", t."rateBps", t."fixedFenPerUnit", t."capFen",
      t."commissionFen"
    from json_to_recordset(${rows}::json) as t(
      "lineNo" int, level int, "distributorId" uuid, "ruleId" uuid, "ruleVersion" int, quantity int,
      "baseFen" bigint, "rateBps" int, "fixedFenPerUnit" bigint, "capFen" bigint,
      "commissionFen" bigint)`;
}

function termsOfLine(
  line: LineToPromise,
  rules: Record<1 | 2, RuleInForce | null>,
  capBps: number,
) {
  const commissions = calculateLineCommissions({
    baseFen: line.payableFen,
    quantity: line.quantity,
    level1Rule: rules[1],
    level2Rule: rules[2],
    capBps,
  });
  return commissions.flatMap(({ ruleFen: _beforeCap, ...commission }) => {
    const rule = rules[commission.level];
    if (rule === null) return [];
    const { ruleId, version } = rule;
    const { lineNo, quantity } = line;
    return [{ ...commission, lineNo, quantity, ruleId, ruleVersion: version }];
  });
}
