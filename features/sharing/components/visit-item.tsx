import { ListRow } from "@/components/phone/list-row";
import type { VisitRow } from "@/features/sharing/queries/list-visits";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** One visit: who came, to what, and how. */
export function VisitItem({ visit }: { visit: VisitRow }) {
  return (
    <li>
      <ListRow
        icon="person"
        label={mallText("distribution.visits.row", {
          name: visit.visitorName || mallText("distribution.someone"),
          target: visit.targetTitle || mallText(`distribution.targets.${visit.targetKind}`),
        })}
        hint={[
          formatMoment(visit.clickedAt),
          mallText("distribution.visits.by", {
            channel: mallText(`distribution.channels.${visit.channel}`),
          }),
          mallText(`distribution.visits.${visit.inWechat ? "inWechat" : "elsewhere"}`),
        ].join(" · ")}
      />
    </li>
  );
}
