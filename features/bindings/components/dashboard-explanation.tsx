import Link from "next/link";
import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { useBindingWords } from "@/features/bindings/components/dashboard-binding-words";
import type { BindingExplanation, BindingPeriodView } from "@/features/bindings/schema";

const openingRules = ["no_live_binding", "last_touch"] as const;

/** Whose customer somebody was at a moment: who, since when, by which click or person and which rule. */
export function Explanation({ explanation }: { explanation: BindingExplanation }) {
  const text = useTranslations("customers");
  const { moment } = useBindingWords();
  const { at, period, policy } = explanation;
  return (
    <div className="grid gap-3">
      <p className="text-lg font-semibold">
        {period ? (
          <Link
            href={`/merchant/distributors/${period.distributorId}`}
            className="text-leaf hover:underline"
          >
            {text("explain.belongs", { name: period.distributorName })}
          </Link>
        ) : (
          text("nobody")
        )}
      </p>
      <p className="text-sm text-ink-soft">
        {text("explain.asOf", { moment: moment(at) })}{" "}
        {period
          ? text("explain.period", {
              from: moment(period.boundAt),
              until: moment(period.validUntil),
            })
          : ""}
      </p>
      <Reasons explanation={explanation} />
      <p className="text-sm text-ink-faint">
        {text("explain.policy")} ·{" "}
        {text("explain.policyOf", {
          version: policy.version,
          mode: text(`explain.mode.${policy.mode}`),
          validity: policy.validityDays,
          protection: policy.protectionDays,
          self: text(policy.allowSelfPurchase ? "explain.selfOn" : "explain.selfOff"),
        })}
      </p>
    </div>
  );
}

function Reasons({ explanation }: { explanation: BindingExplanation }) {
  const text = useTranslations("customers.explain");
  const { moment, linkOf, sharerOf } = useBindingWords();
  const { period, endedBefore, clicks } = explanation;
  if (period === null) return <Ending endedBefore={endedBefore} />;
  if (period.source === "manual") {
    const person = period.boundByName || text("somebody");
    const { reason, boundAt } = period;
    return <p className="text-sm">{text("byHand", { person, at: moment(boundAt), reason })}</p>;
  }
  const click = clicks.find(({ clickId }) => clickId === period.clickId);
  const rule = openingRules.find((one) => one === period.reason) ?? "recorded";
  return (
    <DefinitionList
      entries={[
        ...(click
          ? [
              [
                text("click"),
                text("clickOf", {
                  at: moment(click.clickedAt),
                  sharer: sharerOf(click),
                  link: linkOf(click),
                }),
              ] as const,
            ]
          : []),
        [text("whichRule"), text(`rule.${rule}`)],
      ]}
    />
  );
}

/** Why somebody belongs to nobody. */
function Ending({ endedBefore }: { endedBefore: BindingPeriodView | null }) {
  const text = useTranslations("customers.explain");
  const { moment } = useBindingWords();
  if (endedBefore === null) return <p className="text-sm">{text("never")}</p>;
  const { source, distributorName: name, boundAt, validUntil, boundByName, reason } = endedBefore;
  const person = boundByName || text("somebody");
  return (
    <p className="text-sm">
      {source === "release"
        ? text("released", { person, at: moment(boundAt), reason })
        : text("expired", { name, until: moment(validUntil) })}
    </p>
  );
}
