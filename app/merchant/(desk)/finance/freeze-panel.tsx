import { getFormatter, getTranslations } from "next-intl/server";
import {
  freezePayoutsAction,
  releasePayoutsAction,
} from "@/app/merchant/(desk)/finance/freeze-actions";
import { Panel } from "@/components/ui/panel";
import { PayoutReasonForm } from "@/features/payouts/components/dashboard-payout-reason";

const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

/** Stops a distributor's payouts, or lets them go again; both with a reason. */
export async function FreezePanel({
  account,
}: {
  account: { distributorId: string; payoutsFrozenAt: Date | null; payoutsFrozenReason: string };
}) {
  const text = await getTranslations("payouts.accounts");
  const format = await getFormatter();
  const { distributorId, payoutsFrozenAt, payoutsFrozenReason } = account;
  if (!payoutsFrozenAt)
    return (
      <Panel title={text("freeze")} hint={text("freezeHint")}>
        <PayoutReasonForm
          action={freezePayoutsAction.bind(null, distributorId)}
          label={text("freeze")}
          hint={text("reasonSeen")}
          look="danger"
        />
      </Panel>
    );
  return (
    <Panel
      title={text("release")}
      hint={text("releaseHint", {
        at: format.dateTime(payoutsFrozenAt, day),
        reason: payoutsFrozenReason,
      })}
    >
      <PayoutReasonForm
        action={releasePayoutsAction.bind(null, distributorId)}
        label={text("release")}
        hint={text("reasonKept")}
        look="plain"
      />
    </Panel>
  );
}
