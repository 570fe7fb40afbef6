import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { HistoryImportView } from "@/features/history/schema";

const tones: Record<HistoryImportView["state"], BadgeTone> = {
  previewed: "warn",
  running: "info",
  done: "ok",
  failed: "danger",
  undone: "quiet",
};

/** How far an import is, in a word. */
export function HistoryState({ state }: { state: HistoryImportView["state"] }) {
  const text = useTranslations("history.state");
  return <Badge tone={tones[state]}>{text(state)}</Badge>;
}
