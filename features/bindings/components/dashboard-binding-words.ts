import { useFormatter, useTranslations } from "next-intl";
import type { JudgedClick } from "@/features/bindings/schema";

/** How moments, links and sharers are put into sentences about bindings. */
export function useBindingWords() {
  const format = useFormatter();
  const text = useTranslations();
  return {
    moment: (at: Date) =>
      format.dateTime(at, {
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }),
    linkOf: ({ targetKind, targetTitle, channel }: JudgedClick) =>
      text("customers.clicks.linkOf", {
        kind: text(`sharing.targetKind.${targetKind}`),
        title: targetTitle && text("customers.clicks.titleOf", { title: targetTitle }),
        channel: text(`sharing.channelName.${channel}`),
      }),
    sharerOf: ({ sharerName }: JudgedClick) => sharerName || text("sharing.unnamed"),
  };
}
