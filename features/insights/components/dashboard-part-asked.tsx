import { useTranslations } from "next-intl";
import { channelNames } from "@/features/insights/components/channel-names";
import type { Slice } from "@/features/insights/schema";

/** To which part of the shop a list is narrowed, in words; nothing where it holds everything. */
export function PartAsked({ slice: { kind }, name }: { slice: Slice; name: string }) {
  const text = useTranslations("insights");
  if (kind === "all") return null;
  const shown = kind === "channel" ? channelNames(text)(name) : name;
  return (
    <p className="mb-3 text-sm text-ink-soft">
      {text("asked.slice", { kind: text(`slice.${kind}`), name: shown })}
    </p>
  );
}
