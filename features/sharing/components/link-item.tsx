import type { ReactNode } from "react";
import type { ShareLinkRow } from "@/features/sharing/queries/list-share-links";
import { mallText } from "@/lib/i18n/mall-text";
import { formatDay } from "@/lib/i18n/shanghai-time";

/** One of the sharer's links: where it leads, by which channel, what it brought. */
export function LinkItem({ link, children }: { link: ShareLinkRow; children: ReactNode }) {
  const { targetKind, targetSlug, targetTitle, channel, createdAt, revoked } = link;
  const { visitCount: visits, visitorCount: visitors } = link;
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <a href={`/share/${targetKind}/${targetSlug || "home"}`} className="block text-leaf">
          {targetTitle || mallText(`distribution.targets.${targetKind}`)}
        </a>
        <p className="text-ink-faint text-sm">
          {mallText(`distribution.channels.${channel}`)} · {formatDay(createdAt)}
          {revoked ? ` · ${mallText("distribution.links.revoked")}` : ""}
        </p>
        <p className="text-ink-soft text-sm">
          {visits === 0
            ? mallText("distribution.links.none")
            : mallText("distribution.links.visits", { visits, visitors })}
        </p>
      </div>
      {children}
    </li>
  );
}
