import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useBindingWords } from "@/features/bindings/components/dashboard-binding-words";
import type { BindingPeriodView } from "@/features/bindings/schema";

/** Every period of a customer's, the newest first. */
export function BindingTimeline({
  history,
  now,
}: {
  history: readonly BindingPeriodView[];
  now: Date;
}) {
  const text = useTranslations("customers.history");
  if (history.length === 0) return <p className="text-sm text-ink-faint">{text("empty")}</p>;
  return (
    <ol className="grid gap-4 border-line border-l-2 pl-4">
      {history.toReversed().map((period) => (
        <li key={period.bindingId} className="relative grid gap-1 text-sm">
          <span
            aria-hidden
            className={`absolute top-1.5 -left-[1.3125rem] size-2 rounded-full ${
              isLive(period, now) ? "bg-leaf" : "bg-edge"
            }`}
          />
          <Heading period={period} isLive={isLive(period, now)} />
          <Details period={period} />
        </li>
      ))}
    </ol>
  );
}

function Heading({ period, isLive: live }: { period: BindingPeriodView; isLive: boolean }) {
  const text = useTranslations("customers.history");
  const { distributorId, distributorName: name, source } = period;
  return (
    <p className="flex flex-wrap items-center gap-2 font-medium">
      {source === "release" ? (
        text("released", { name })
      ) : (
        <Link
          href={`/merchant/distributors/${distributorId}`}
          className="text-leaf hover:underline"
        >
          {name}
        </Link>
      )}
      <Badge tone={source === "click" ? "quiet" : "info"}>{text(`source.${source}`)}</Badge>
      {live && <Badge tone="ok">{text("current")}</Badge>}
    </p>
  );
}

function Details({ period }: { period: BindingPeriodView }) {
  const text = useTranslations("customers");
  const { moment } = useBindingWords();
  const { source, boundAt, validUntil, boundByName, reason, orderCount } = period;
  const person = boundByName || text("explain.somebody");
  return (
    <>
      <p className="text-ink-soft tabular-nums">
        {source === "release"
          ? moment(boundAt)
          : text("history.until", { from: moment(boundAt), until: moment(validUntil) })}
      </p>
      {source !== "click" && (
        <p className="break-words text-ink-soft">{text("history.by", { person, reason })}</p>
      )}
      {orderCount > 0 && (
        <p className="text-ink-faint">{text("history.orders", { count: orderCount })}</p>
      )}
    </>
  );
}

function isLive({ boundAt, validUntil }: BindingPeriodView, now: Date): boolean {
  return boundAt <= now && validUntil > now;
}
