import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ReviewState } from "@/features/reviews/schema";

const tones: Record<ReviewState, BadgeTone> = {
  waiting: "warn",
  published: "ok",
  hidden: "quiet",
  withdrawn: "quiet",
};

export function ReviewStateBadge({ state }: { state: ReviewState }) {
  const text = useTranslations("reviews");
  return <Badge tone={tones[state]}>{text(`state.${state}`)}</Badge>;
}
