import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import { SectionHeading } from "@/components/phone/section-heading";
import { formatYuan, showYuan } from "@/domain/money/format-yuan";
import type { CommissionDetailView } from "@/features/commissions/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** How a commission was computed: base, rate or amount, rule with its version, cap, result. */
export function CommissionReckoning({ commission }: { commission: CommissionDetailView }) {
  const { baseFen, commissionFen, clawedBackFen, refundedFen, quantity, rule } = commission;
  const percent = rule.rateBps === null ? null : percentOf(rule.rateBps);
  const scope = mallText(`distribution.commission.scopes.${rule.scope}`, { name: rule.scopeName });
  return (
    <section>
      <SectionHeading title={mallText("distribution.commission.how")} />
      <Card className="mt-2 divide-y divide-line">
        <ListRow
          label={mallText("distribution.commission.base")}
          hint={mallText("distribution.commission.baseHint")}
          value={`¥${formatYuan(baseFen)}`}
        />
        <ListRow
          label={mallText("distribution.commission.rate")}
          value={
            percent === null
              ? mallText("distribution.commission.fixed", {
                  yuan: formatYuan(rule.fixedFenPerUnit ?? 0n),
                  count: quantity,
                })
              : mallText("distribution.commission.rateValue", { percent })
          }
        />
        <ListRow
          label={mallText("distribution.commission.rule")}
          value={mallText("distribution.commission.ruleValue", { scope, version: rule.version })}
        />
        {rule.ruleFen > commissionFen ? (
          <ListRow
            label={mallText("distribution.commission.cap")}
            hint={mallText("distribution.commission.capHint")}
            value={`¥${formatYuan(rule.capFen)}`}
          />
        ) : null}
        <ListRow
          label={mallText("distribution.commission.result")}
          hint={
            percent === null || rule.ruleFen > commissionFen
              ? undefined
              : mallText("distribution.commission.formula", {
                  base: formatYuan(baseFen),
                  percent,
                  result: formatYuan(commissionFen),
                })
          }
          value={`¥${formatYuan(commissionFen)}`}
        />
        {clawedBackFen > 0n ? (
          <ListRow
            label={mallText("distribution.commission.takenBack")}
            hint={mallText("distribution.commission.takenBackFormula", {
              commission: formatYuan(commissionFen),
              base: formatYuan(baseFen),
              refunded: formatYuan(refundedFen),
            })}
            value={showYuan(-clawedBackFen)}
          />
        ) : null}
      </Card>
    </section>
  );
}

/** Basis points as a percentage without needless zeros: 1250 is "12.5". */
function percentOf(bps: number): string {
  return (bps / 100).toString();
}
