import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { PayoutState } from "@/domain/payouts/payout-state";

const tones: Record<PayoutState, BadgeTone> = {
  awaiting_approval: "warn",
  approved: "info",
  exported: "info",
  sending: "info",
  awaiting_confirmation: "info",
  transferring: "info",
  cancelling: "quiet",
  paid: "ok",
  failed: "danger",
  expired: "quiet",
  cancelled: "quiet",
  refused: "quiet",
};

export function PayoutStateBadge({ state }: { state: PayoutState }) {
  const text = useTranslations("payouts.state");
  return <Badge tone={tones[state]}>{text(state)}</Badge>;
}
