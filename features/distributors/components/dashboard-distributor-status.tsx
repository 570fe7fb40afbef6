import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { DistributorStatus } from "@/features/distributors/schema";

const tones: Record<DistributorStatus, BadgeTone> = {
  applied: "warn",
  approved: "ok",
  refused: "quiet",
  frozen: "danger",
};

export function DistributorStatusBadge({ status }: { status: DistributorStatus }) {
  const text = useTranslations("distributors.status");
  return <Badge tone={tones[status]}>{text(status)}</Badge>;
}
