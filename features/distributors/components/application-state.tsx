import { ButtonLink } from "@/components/phone/button";
import { Card } from "@/components/phone/card";
import { EmptyState } from "@/components/phone/empty-state";
import { ListRow } from "@/components/phone/list-row";
import { Notice } from "@/components/phone/notice";
import type { OwnDistributorView } from "@/features/distributors/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** For who never applied: how it works, that it is free, and the way to apply. */
export function NotApplied() {
  return (
    <EmptyState
      icon="share"
      title={mallText("distribution.center.notAppliedTitle")}
      hint={mallText("distribution.apply.how")}
    >
      <Notice tone="good">{mallText("distribution.apply.free")}</Notice>
      <ButtonLink href="/distribute/apply">{mallText("distribution.center.applyNow")}</ButtonLink>
    </EmptyState>
  );
}

/** The answer to an application: waiting, or refused with the reason. */
export function ApplicationState({ distributor }: { distributor: OwnDistributorView }) {
  const { status, decisionReason, applicationText, appliedAt } = distributor;
  const refused = status === "refused";
  return (
    <>
      <EmptyState
        icon={refused ? "info" : "clock"}
        title={mallText(`distribution.center.${refused ? "refused" : "applied"}Title`)}
        hint={refused ? refusalWords(decisionReason) : mallText("distribution.center.appliedHint")}
      >
        {refused ? (
          <ButtonLink href="/distribute/apply">
            {mallText("distribution.center.applyAgain")}
          </ButtonLink>
        ) : null}
      </EmptyState>
      <div className="gutter">
        <Card className="divide-y divide-line">
          <ListRow
            label={mallText("distribution.center.appliedAt")}
            value={formatMoment(appliedAt)}
          />
          {applicationText ? (
            <ListRow label={mallText("distribution.center.yourWords")} value={applicationText} />
          ) : null}
        </Card>
      </div>
    </>
  );
}

function refusalWords(reason: string): string {
  return reason
    ? mallText("distribution.center.refusedReason", { reason })
    : mallText("distribution.center.refusedNoReason");
}
