import type { CommissionScope } from "@/domain/commissions/resolve-rule";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { zeroId } from "@/lib/ids/new-id";

/** The version in force of a rule. */
export type RuleInForce = {
  ruleId: string;
  version: number;
  scope: CommissionScope;
  scopeId: string;
  level: number;
  enabled: boolean;
  rateBps: number | null;
  fixedFenPerUnit: bigint | null;
};

type Question = {
  merchantId: string;
  lines: readonly { skuId: string; productId: string; categoryIds: readonly string[] }[];
  level1DistributorId: string;
  level2DistributorId: string | null;
};

type Row = Partial<RuleInForce> & { level1GradeId: string | null; level2GradeId: string | null };

/**
 * Every rule that may concern these lines and distributors, each in its highest version, and the
 * distributors' grades: one statement.
 */
export async function findRules(
  tx: MerchantTx,
  question: Question,
): Promise<{
  rules: RuleInForce[];
  level1GradeId: string | null;
  level2GradeId: string | null;
}> {
  const { merchantId, lines, level1DistributorId, level2DistributorId } = question;
  const scopeIds = new Set([zeroId]);
  for (const { skuId, productId, categoryIds } of lines) {
    for (const id of [skuId, productId, ...categoryIds]) scopeIds.add(id);
  }
  const rows = await tx.$queryRaw<Row[]>`
    with grade as (
      select
        (select grade_id from distributor where merchant_id = ${merchantId}::uuid
          and id = ${level1DistributorId}::uuid) as level1,
        (select grade_id from distributor where merchant_id = ${merchantId}::uuid
          and id = ${level2DistributorId}::uuid) as level2)
    select grade.level1 as "level1GradeId", grade.level2 as "level2GradeId",
      r.id as "ruleId", v.version, r.scope, r.scope_id as "scopeId", r.level,
      v.enabled, v.rate_bps as "rateBps", v.fixed_fen_per_unit as "fixedFenPerUnit"
    from grade
    left join commission_rule r on r.merchant_id = ${merchantId}::uuid
      and (r.scope_id = any(${[...scopeIds]}::uuid[]) or r.scope_id in (grade.level1, grade.level2))
    left join lateral (
      select version, enabled, rate_bps, fixed_fen_per_unit from commission_rule_version
      where merchant_id = ${merchantId}::uuid and rule_id = r.id
      order by version desc limit 1) v on true`;
  return {
    rules: rows.filter(isRule),
    level1GradeId: rows[0]?.level1GradeId ?? null,
    level2GradeId: rows[0]?.level2GradeId ?? null,
  };
}

/** Without a rule the left join leaves one row that holds the grades alone. */
function isRule(row: Row): row is Row & RuleInForce {
  return row.ruleId != null && row.version != null;
}
