import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import type { StaffOrderView } from "@/features/orders/schema";

/** Who did what to the order, from the audit trail. An action without words of its own is shown by its name. */
export function OrderTimeline({ timeline }: { timeline: StaffOrderView["timeline"] }) {
  const text = useTranslations("orders");
  return (
    <ol className="grid gap-3 border-line border-l-2 pl-4 text-sm">
      {timeline.map((entry) => {
        const key = `action.${entry.action.replace(".", "_")}`;
        return (
          <li key={`${entry.at.getTime()}-${entry.action}`}>
            <p className="font-medium">{text.has(key) ? text(key) : entry.action}</p>
            <p className="text-ink-faint">
              <Moment at={entry.at} /> · {text(`actor.${entry.actorKind}`)}
              {entry.actorName && ` ${entry.actorName}`}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
